import type { Ctx } from '~/access/context';
import { oneImportAtATime } from './apply-items.server';
import { importOf, moveImport } from './move-import.server';
import type { Report } from './plan-items.server';

/**
 * Takes back an import, in the transaction of the person who asked, step after step: all of it or nothing. When people built on what it
 * added, the import stays, with the sentence of `builtOn`. Does nothing when it is not waiting to be undone (a job that runs twice).
 */
export async function undoItems(ctx: Ctx, importId: string, builtOn: () => Promise<string | null>, steps: readonly ((options: unknown) => Promise<void>)[], report: Report = async () => {}): Promise<void> {
  await oneImportAtATime(ctx.db);
  const batch = await importOf(ctx, importId);
  if (batch.state !== 'undoing') return;
  const problem = await builtOn();
  if (problem) return moveImport(ctx, importId, 'keep', { problem });
  for (const [done, step] of steps.entries()) {
    await step(batch.options);
    await report(done + 1, steps.length);
  }
  await moveImport(ctx, importId, 'finishUndo', { undoneAt: ctx.now, problem: null, progress: { done: steps.length, total: steps.length } });
}
