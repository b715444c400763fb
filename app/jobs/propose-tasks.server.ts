import { proposeTasks } from '~/domain/task/rules/propose-tasks.server';
import { asSystem } from '~/server/db.server';
import { logError } from '~/server/log.server';

/** The rules of every agency, each in a transaction of its own: what goes wrong in one is logged, and the others have theirs. */
export async function proposeTasksEverywhere(now: Date): Promise<void> {
  const agencies = await asSystem('the rules go round the agencies', (db) => db.missionLocale.findMany({ select: { id: true } }));
  const failures: unknown[] = [];
  for (const { id: missionLocaleId } of agencies) {
    await asSystem('the rules of an agency propose tasks', (db) => proposeTasks(db, { missionLocaleId, now }), { timeout: 120_000 }).catch((error: unknown) => failures.push(error));
  }
  for (const error of failures) logError(error, 'rules of an agency');
  if (failures.length > 0) throw new Error(`Les règles de ${failures.length} agences n’ont pas pu être appliquées.`);
}
