import { asSystem } from '~/server/db.server';
import type { Payload } from './run-task.server';

/** How far a step is: `done` of `total` (null while nobody knows how many), and what it does. */
export type Progress = { done: number; total: number | null; label: string };

const PAUSE_MS = 400;

/**
 * Tells how far a step is, in a transaction of its own so that the page sees it while the step's own is not kept yet.
 * Also the sign of life of the job. Twice a second at most.
 */
export function progressOf({ missionLocaleId }: Payload, importId: string) {
  let last = 0;
  return async (label: string, done: number, total: number | null) => {
    const now = Date.now();
    if (done !== total && now - last < PAUSE_MS) return;
    last = now;
    const progress = JSON.stringify({ done, total, label } satisfies Progress);
    await asSystem('an import tells how far it is', (db) =>
      db.$executeRaw`UPDATE import_batch SET progress = ${progress}::jsonb WHERE mission_locale_id = ${String(missionLocaleId)}::uuid AND id = ${importId}::uuid
        AND state IN ('reading', 'planning', 'applying', 'undoing')`,
    );
  };
}
