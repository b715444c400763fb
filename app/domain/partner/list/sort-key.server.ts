import { fold } from '~/domain/text/fold';
import { Prisma } from '#prisma';
import type { Criteria } from './criteria';
import { metresFrom } from './conditions.server';
import type { Sort } from './filters';
import { rankAmong } from '~/domain/search/ask-engine.server';
import { mostRanked } from '~/domain/search/word-engine';
import { wholeWordQuery, wordQuery } from './word-query';

/**
 * What a list is sorted by: expressions that all go in one direction and end with the id, so that the order is total and a
 * page starts after a row by one comparison. `read` gives them back as they must return in a cursor.
 */
export type SortKey = { columns: Prisma.Sql[]; read: Prisma.Sql[]; casts: string[]; isDescending: boolean };

export function sortKeyOf(sort: Sort, criteria: Criteria): SortKey {
  const id = { column: Prisma.sql`s.partnership_id`, cast: 'uuid' };
  const name = { column: Prisma.sql`s.sort_name`, cast: 'text' };
  const number = (column: Prisma.Sql) => ({ column, cast: 'int' });
  switch (sort) {
    case 'nom':
    case '-nom':
      return key([name, id], sort === '-nom');
    case 'modification':
    case '-modification':
      return key([{ column: Prisma.sql`s.updated_at`, cast: 'timestamptz' }, id], sort === 'modification');
    case 'distance':
      // Not by name in between: with the id alone, an index holds all that finding and sorting need.
      return key([number(criteria.place?.circle ? metresFrom(criteria.place.circle) : Prisma.sql`0`), id], false);
    case 'pertinence':
      return key([number(farness(criteria)), name, id], false);
  }
}

function key(parts: { column: Prisma.Sql; cast: string }[], isDescending: boolean): SortKey {
  const columns = parts.map(({ column }) => column);
  // Text keeps the microseconds of a date, which JavaScript's lose.
  const read = parts.map(({ column, cast }) => (cast === 'timestamptz' ? Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : cast === 'uuid' ? Prisma.sql`${column}::text` : column));
  return { columns, read, casts: parts.map(({ cast }) => cast), isDescending };
}

/**
 * How far a row is from what was typed, in whole points, the nearest first: the name itself, a name that begins so, then by
 * the weight of what holds the words (names, then place, then the rest) and by how little else there is. Whole, so that a cursor says it exactly.
 */
function farness({ search: { words }, near, ranked }: Criteria): Prisma.Sql {
  // Above zero, where the other way is below: the place in a list of one means nothing in the other's, which starts again.
  if (ranked) return Prisma.sql`coalesce(${rankAmong(ranked, Prisma.sql`s.partnership_id`)}, ${mostRanked + 1}::int)`;
  if (words.length === 0) return Prisma.sql`0`;
  const typed = fold(words.join(' '));
  return Prisma.sql`(-(1000 * ${wordRank(wordQuery(words, near))})::int
    - CASE WHEN s.sort_name = ${typed} THEN 4000 WHEN starts_with(s.sort_name, ${typed}) THEN 2000 ELSE 0 END)`;
}

/**
 * How well the words of a row `s` answer this query (of `wordQuery`): by their weight, whole words once more, and by how little else there is.
 * `sideBySide`: whole words that stand together count more; for long texts, since it reads each place of each word.
 */
export function wordRank(query: string, { sideBySide = false } = {}): Prisma.Sql {
  const rank = sideBySide ? Prisma.sql`ts_rank_cd` : Prisma.sql`ts_rank`;
  return Prisma.sql`(${weightOf(query)} + ${rank}('{0.02, 0.1, 0.3, 1}', s.words, ${wholeWordQuery(query)}::tsquery, 1))`;
}

/** The beginnings and the whole words alike, by the weight of what holds them. */
export const weightOf = (query: string): Prisma.Sql => Prisma.sql`ts_rank('{0.02, 0.1, 0.3, 1}', s.words, ${query}::tsquery, 1)`;
