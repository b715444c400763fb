import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { mostRanked, mostWords, silentSentence, type FoundThing, type WordQuestion } from './word-engine';

/** What the engine beside PostgreSQL found, the best first; null when PostgreSQL finds by itself. `notice` says why, when a person should know. */
export type Ranked = { things: FoundThing[] | null; notice: string | null };

const byPostgres: Ranked = { things: null, notice: null };

/**
 * Asks the engine, when there is one. PostgreSQL answers instead when it is silent, finds nothing (the copy may be a second late)
 * or finds too many to rank.
 */
export async function askEngine({ words: ask }: Ctx, question: Omit<WordQuestion, 'most'>): Promise<Ranked> {
  if (!ask || question.words.length > mostWords || question.words.join('').length < 2) return byPostgres;
  const answer = await ask({ ...question, most: mostRanked });
  if (answer.state === 'silent') return { things: null, notice: silentSentence[answer.why] };
  return answer.isWhole && answer.things.length > 0 ? { things: answer.things, notice: null } : byPostgres;
}

/** « This row is one of those found », of the two columns of its key. */
export function isAmong(things: readonly FoundThing[], agency: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${agency}, ${id}) IN (SELECT * FROM unnest(${things.map((one) => one.agency)}::uuid[], ${things.map((one) => one.id)}::uuid[]))`;
}

/** Its rank, from 1. A JSON object looks its keys up by halves, where an array would be walked for each row. */
export function rankAmong(things: readonly FoundThing[], id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${JSON.stringify(Object.fromEntries(things.map((one, i) => [one.id, i + 1])))}::jsonb ->> ${id}::text)::int`;
}
