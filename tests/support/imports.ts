import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Actor } from '~/access/actor';
import type { Role } from '~/access/permissions';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import { askToApply, askToUndo } from '~/domain/import/ask-step.server';
import { importOf } from '~/domain/import/move-import.server';
import type { ImportCounts } from '~/domain/import/items-of-import.server';
import type { ImportSubject } from '~/domain/import/import-subjects';
import type { ImportStep } from '~/domain/import/import-lifecycle';
import { importOptionsSchema } from '~/domain/import/import-options.schema';
import { startImport } from '~/domain/import/start-import.server';
import { importStep } from '~/jobs/import-step.server';
import type { acting } from './agencies';

type Agency = { person: (role: Role) => Promise<Actor>; as: (role: Role) => ReturnType<typeof acting> };

/** An import as a person and the worker live it, without the queue: each step runs at once, as its job would. */
export async function importing(agency: Agency, content: string | Uint8Array, { fileName = 'partenaires.csv', role = 'officer' as Role, askColumns = false, subject = 'partners' as ImportSubject } = {}) {
  const key = newFileKey();
  const { size, sha256 } = await files().put(key, typeof content === 'string' ? Buffer.from(content) : content);
  const { importId } = await agency.as(role).do(startImport, { fileKey: key, fileName, size, sha256, askColumns, subject });
  const actor = await agency.person(role);
  const state = () => agency.as(role).do(importOf, importId);
  const run = (step: ImportStep, attempt = 1) => importStep({ batchId: importId, step, missionLocaleId: actor.missionLocaleId, actorId: actor.userId }, { id: '0', attempt, isLastAttempt: false });
  return {
    id: importId,
    state,
    run,
    counts: async () => (await state()).counts as unknown as ImportCounts,
    /** Reads and, when no person is needed, plans. */
    plan: async () => {
      await run('read');
      await run('plan');
      return state();
    },
    apply: async (options: { stage?: string; officerId?: string; tag?: string } = {}) => {
      await agency.as(role).do(askToApply, importOptionsSchema.parse({ importId, ...options }));
      await run('apply');
      return state();
    },
    undo: async () => {
      await agency.as(role).do(askToUndo, { importId });
      await run('undo');
      return state();
    },
  };
}

/** A public file that stands beside the repository; its absence is a failure, not a reason to pass. */
export async function sharedFile(name: string): Promise<Buffer> {
  const file = path.resolve('../shared/data', name);
  return readFile(file).catch(() => {
    throw new Error(`Il manque ${file} : ce fichier public accompagne le dépôt, à côté de lui.`);
  });
}
