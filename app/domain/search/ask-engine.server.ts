import type { Ctx } from '~/access/context';
import { once } from '~/access/once';
import { Prisma } from '#prisma';
import { mostRanked, mostWords, silentSentence, type Ranking, type WordQuestion } from './word-engine';

/** What the engine beside PostgreSQL found; null when PostgreSQL finds by itself. `notice` says why, when a person should know. */
export type Ranked = { ranked: Ranking | null; notice: string | null };

const byPostgres: Ranked = { ranked: null, notice: null };

/** Asks the engine, when there is one. PostgreSQL answers instead when it is silent or finds nothing (the copy may be a second late). */
export async function askEngine(ctx: Ctx, question: Omit<WordQuestion, 'most'>): Promise<Ranked> {
  const { words: ask } = ctx;
  if (!ask || question.words.length > mostWords || question.words.join('').length < 2) return byPostgres;
  const answer = await once(ctx, `engine ${JSON.stringify(question)}`, () => ask({ ...question, most: mostRanked }));
  if (answer.state === 'silent') return { ranked: null, notice: silentSentence[answer.why] };
  return answer.things.length > 0 ? { ranked: { things: answer.things, isWhole: answer.isWhole }, notice: null } : byPostgres;
}

/** « This row is one of those found », of the two columns of its key. */
export function isAmong({ things }: Ranking, agency: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${agency}, ${id}) IN (SELECT * FROM unnest(${written(things.map((one) => one.agency))}::uuid[], ${written(things.map((one) => one.id))}::uuid[]))`;
}

/** The same condition, asked of each of a few rows: PostgreSQL would rather read an index of all that fulfil it. */
export const ofEach = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`(${condition}) IS TRUE`;

/** An array as PostgreSQL writes it: one value to send, where a list of them would be gone through several times. */
const written = (ids: readonly string[]) => `{${ids.join(',')}}`;

/** Its rank, from 1; null when it is not among them. A JSON object looks its keys up by halves, where an array would be walked for each row. */
export function rankAmong({ things }: Ranking, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${JSON.stringify(Object.fromEntries(things.map((one, i) => [one.id, i + 1])))}::jsonb ->> ${id}::text)::int`;
}
