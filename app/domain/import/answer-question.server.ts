import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { z } from '~/domain/zod';
import { asJson } from './as-json';
import type { ImportChange } from './changes-of';
import type { AnyQuestion, ImportQuestion } from './import-question';
import { answerSchema, type ImportAnswer } from './import-answer.schema';
import { importedThing } from './imported-things.server';
import { CHUNK } from './in-chunks';
import { countsOfItems } from './items-of-import.server';
import { importFor } from './move-import.server';
import type { ImportSubject } from './import-subjects';

export { answerSchema };
export const answerAllSchema = z.object({ importId: z.uuid(), field: z.string().max(40), from: z.string().max(20) });
export type AnswerAll = z.output<typeof answerAllSchema>;

/** An item with its questions, as they were asked. */
export type AskedItem<Facts = unknown, Question = ImportQuestion> = { position: number; facts: Facts; questions: Question[] };
type Item = AskedItem<unknown, AnyQuestion>;
/** What answering makes of items: which questions they have, what importing them does, what it changes. */
export type AnsweredItem = { position: number; questions: AnyQuestion[]; outcome: string; changes: ImportChange[] | null };

/** The person chooses between values that differ; what importing will change is told anew. */
export async function answerQuestion(ctx: Ctx, { importId, position, field, chosen }: ImportAnswer): Promise<void> {
  const { subject } = await importFor(ctx, importId, 'apply');
  const items = await ctx.db.$queryRaw<Item[]>`SELECT position, facts, questions FROM import_item WHERE batch_id = ${importId}::uuid AND position = ${position} AND facts IS NOT NULL`;
  if (!items[0]?.questions.find((question) => question.field === field)?.options[chosen]) throw conflict('Ce choix n’existe plus : rechargez la page.');
  await keepAnswers(ctx, importId, subject, items, (question) => (question.field === field ? chosen : question.chosen));
}

/** The same answer for every organisation of the import of which this field is asked: the record's value, or the file's. */
export async function answerAll(ctx: Ctx, { importId, field, from }: AnswerAll): Promise<void> {
  const { subject } = await importFor(ctx, importId, 'apply');
  let position = -1;
  for (;;) {
    const items = await ctx.db.$queryRaw<Item[]>`SELECT position, facts, questions FROM import_item
      WHERE batch_id = ${importId}::uuid AND position > ${position} AND questions @> ${JSON.stringify([{ field }])}::jsonb ORDER BY position LIMIT ${CHUNK}`;
    if (items.length === 0) return;
    position = items.at(-1)!.position;
    await keepAnswers(ctx, importId, subject, items, (question) => {
      const wanted = question.options.findIndex((option) => option.from === from);
      return question.field === field && wanted >= 0 ? wanted : question.chosen;
    });
  }
}

async function keepAnswers(ctx: Ctx, importId: string, subject: ImportSubject, items: Item[], choose: (question: AnyQuestion) => number): Promise<void> {
  const answered = items.map((item) => ({ ...item, questions: item.questions.map((question) => ({ ...question, chosen: choose(question) })) }));
  const rows = await importedThing(subject).answered(ctx, answered);
  await ctx.db.$executeRaw`
    UPDATE import_item i SET questions = g.questions, outcome = g.outcome::import_outcome, changes = coalesce(nullif(g.changes, 'null'), i.changes)
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(position int, questions jsonb, outcome text, changes jsonb) WHERE i.batch_id = ${importId}::uuid AND i.position = g.position`;
  const counts = await countsOfItems(ctx.db, importId);
  await ctx.db.$executeRaw`UPDATE import_batch SET counts = counts || ${JSON.stringify(counts)}::jsonb WHERE id = ${importId}::uuid`;
}
