import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { z } from '~/domain/zod';
import { asJson } from './as-json';
import { changesOf } from './changes-of';
import { decide } from './compare-organisation';
import { askedFieldNames, answerSchema, type AskedField, type ImportAnswer, type ImportQuestion } from './import-question';
import type { ImportedFacts } from './imported-facts';
import { CHUNK } from './in-chunks';
import { countsOfItems } from './items-of-import.server';
import { knownAmong, valueIds } from './known-organisations.server';
import { matchOrganisation } from './match-organisation';
import { importFor } from './move-import.server';

export { answerSchema };
export const answerAllSchema = z.object({ importId: z.uuid(), field: z.enum(askedFieldNames as [AskedField, ...AskedField[]]), from: z.enum(['record', 'file']) });
export type AnswerAll = z.output<typeof answerAllSchema>;

type Item = { position: number; facts: ImportedFacts; questions: ImportQuestion[] };

/** The person chooses between values that differ; what importing will change is told anew. */
export async function answerQuestion(ctx: Ctx, { importId, position, field, chosen }: ImportAnswer): Promise<void> {
  await importFor(ctx, importId, 'apply');
  const items = await ctx.db.$queryRaw<Item[]>`SELECT position, facts, questions FROM import_item WHERE batch_id = ${importId}::uuid AND position = ${position} AND facts IS NOT NULL`;
  if (!items[0]?.questions.find((question) => question.field === field)?.options[chosen]) throw conflict('Ce choix n’existe plus : rechargez la page.');
  await keepAnswers(ctx, importId, items, (question) => (question.field === field ? chosen : question.chosen));
}

/** The same answer for every organisation of the import of which this field is asked: the record's value, or the file's. */
export async function answerAll(ctx: Ctx, { importId, field, from }: AnswerAll): Promise<void> {
  await importFor(ctx, importId, 'apply');
  let position = -1;
  for (;;) {
    const items = await ctx.db.$queryRaw<Item[]>`SELECT position, facts, questions FROM import_item
      WHERE batch_id = ${importId}::uuid AND position > ${position} AND questions @> ${JSON.stringify([{ field }])}::jsonb ORDER BY position LIMIT ${CHUNK}`;
    if (items.length === 0) return;
    position = items.at(-1)!.position;
    await keepAnswers(ctx, importId, items, (question) => {
      const wanted = question.options.findIndex((option) => option.from === from);
      return question.field === field && wanted >= 0 ? wanted : question.chosen;
    });
  }
}

async function keepAnswers(ctx: Ctx, importId: string, items: Item[], choose: (question: ImportQuestion) => number): Promise<void> {
  const [ids, index] = [await valueIds(ctx.db), await knownAmong(ctx.db, items.map(({ facts }) => facts))];
  const rows = items.map(({ position, facts, questions: before }) => {
    const questions = before.map((question) => ({ ...question, chosen: choose(question) }));
    const { known } = matchOrganisation(facts, index);
    const decision = decide(facts, questions, known, ids);
    // A new record shows its corrected name, which no answer changes.
    return { position, questions, outcome: decision.outcome, changes: known ? changesOf(decision, known, communeOf(facts, questions), ids) : null };
  });
  await ctx.db.$executeRaw`
    UPDATE import_item i SET questions = g.questions, outcome = g.outcome::import_outcome, changes = coalesce(nullif(g.changes, 'null'), i.changes)
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(position int, questions jsonb, outcome text, changes jsonb) WHERE i.batch_id = ${importId}::uuid AND i.position = g.position`;
  const counts = await countsOfItems(ctx.db, importId);
  await ctx.db.$executeRaw`UPDATE import_batch SET counts = counts || ${JSON.stringify(counts)}::jsonb WHERE id = ${importId}::uuid`;
}

/** The name of the commune that the chosen address is in, for the screen. */
function communeOf(facts: ImportedFacts, questions: ImportQuestion[]): string | null {
  const address = questions.find(({ field }) => field === 'address');
  const code = address?.options[address.chosen]?.value.communeCode;
  return !code || code === facts.communeCode ? facts.communeName : code;
}
