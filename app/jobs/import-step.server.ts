import { FileIsGone } from '~/adapters/files/files';
import { SheetError } from '~/adapters/spreadsheet/read-sheet';
import type { Ctx } from '~/access/context';
import { DomainError } from '~/domain/errors';
import type { MappedColumns } from '~/domain/import/column-vocabulary';
import { importedThing } from '~/domain/import/imported-things.server';
import { canDo, stepLabels, type ImportStep } from '~/domain/import/import-lifecycle';
import { keepSheet } from '~/domain/import/keep-sheet.server';
import { importOf, moveImport } from '~/domain/import/move-import.server';
import { RegisterMoved } from '~/domain/import/write-organisations.server';
import { asMember } from './as-member.server';
import { openFile, readFile } from './import-file.server';
import { progressOf } from './import-progress.server';
import type { Payload, Task } from './run-task.server';
import { isDeadlock } from '~/server/deadlock';

type Job = Parameters<Task['work']>[1];

/** Long enough for 200,000 lines on a slow disk; a lost job ends with its connection, not with this. */
const LONG = { timeout: 30 * 60_000 };
/** A second try mends what passes by itself (a connection lost); a third failure is told to the person rather than hidden in a queue. */
const TRIES = 3;
const REGISTER_TRIES = 5;

/** One step of an import: `{ batchId, step }`. Each does its work whole or not at all, and nothing when it was done before. */
export async function importStep(payload: Payload, job: Job): Promise<void> {
  const importId = String(payload.batchId);
  const step = payload.step as ImportStep;
  const as = <T>(work: (ctx: Ctx) => Promise<T>, timeouts?: { timeout: number }) => asMember(payload, job.id, work, timeouts);
  const tell = progressOf(payload, importId);
  try {
    if (step === 'read') await read();
    else if (step === 'plan') await plan();
    else await writeOrUndo();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null && job.attempt < TRIES) throw error;
    const unexpected = `${stepLabels[step]} : une erreur est survenue, rien n’a été changé. Réessayez ; si cela recommence, signalez-le.`;
    await as(async (ctx) => {
      const { state } = await importOf(ctx, importId);
      const verb = state === 'undoing' ? 'keep' : 'fail';
      if (canDo(state, verb)) await moveImport(ctx, importId, verb, { problem: sentence ?? unexpected });
    });
    if (sentence === null) throw error;
  }

  async function read() {
    const batch = await as(async (ctx) => {
      const found = await importOf(ctx, importId);
      if (!['received', 'reading'].includes(found.state)) return null;
      await moveImport(ctx, importId, 'read', { progress: { done: 0, total: 0, label: stepLabels.read } });
      return found;
    });
    if (!batch) return;
    const opened = await openFile(batch.fileKey, importedThing(batch.subject));
    await as((ctx) => keepSheet(ctx, importId, opened));
  }

  async function plan() {
    const batch = await as((ctx) => importOf(ctx, importId));
    if (batch.state !== 'planning') return;
    const thing = importedThing(batch.subject);
    const content = await readFile(batch.fileKey, thing, batch.mapping as unknown as MappedColumns, (lines) => tell('Lecture des lignes', lines, null));
    await as((ctx) => thing.plan(ctx, importId, content, (done, total) => tell('Comparaison avec ce qui est connu', done, total)), LONG);
  }

  async function writeOrUndo() {
    const label = stepLabels[step];
    const { subject } = await as((ctx) => importOf(ctx, importId));
    const verb = importedThing(subject)[step === 'apply' ? 'apply' : 'undo'];
    for (let tries = 1; ; tries += 1) {
      try {
        return await as((ctx) => verb(ctx, importId, (done, total) => tell(label, done, total)), LONG);
      } catch (error) {
        // Another agency wrote the same SIRET in the same instant, two waited for each other, or a partner of the file was merged: start again, and find it.
        if (tries >= REGISTER_TRIES || !(error instanceof RegisterMoved || isDeadlock(error) || isMergedMeanwhile(error))) throw error;
      }
    }
  }
}

/** What a person can do something about; null for the unexpected. */
function sentenceOf(error: unknown): string | null {
  return error instanceof SheetError || error instanceof FileIsGone || error instanceof DomainError ? error.message : null;
}

const isMergedMeanwhile = (error: unknown) => error instanceof DomainError && error.refusal.kind === 'merged';
