import type { Ctx } from '~/access/context';
import { once } from '~/access/once';
import { Prisma } from '#prisma';
import { nearestWords } from './nearest-words';
import type { NearWords } from './word-query';

/** How words may be spelled otherwise, and which of them nothing holds, in the whole network. */
export type Spellings = { near: NearWords; unknown: ReadonlySet<string> };

const noSpellings: Spellings = { near: new Map(), unknown: new Set() };

/**
 * The words spelled nearly as each of these, when nothing holds one of them: what was typed then finds nothing as it is. Short words and
 * numbers are taken as they are. `evenKnown`: though all of them are held by something. One query, on the words of the whole
 * network: they say nothing of whose they are.
 */
export async function spellingsOf(ctx: Ctx, words: readonly string[], { evenKnown = false } = {}): Promise<Spellings> {
  const doubtful = words.filter((word) => word.length >= 4 && word.length <= 30 && !/\d/.test(word));
  return doubtful.length === 0 ? noSpellings : once(ctx, `spellings ${evenKnown} ${doubtful.join(' ')}`, () => readSpellings(ctx, doubtful, evenKnown));
}

async function readSpellings({ db }: Ctx, doubtful: readonly string[], evenKnown: boolean): Promise<Spellings> {
  const rows = await db.$queryRaw<{ word: string; isKnown: boolean; near: string[] }[]>`
    WITH typed AS MATERIALIZED (SELECT t.word, EXISTS (SELECT FROM search.word w WHERE w.word >= t.word AND w.word < t.word || '{') AS is_known FROM unnest(${doubtful}::text[]) AS t(word))
    SELECT t.word, t.is_known AS "isKnown", CASE WHEN ${evenKnown ? Prisma.sql`true` : Prisma.sql`(SELECT NOT bool_and(is_known) FROM typed)`}
      THEN ARRAY(SELECT w.word FROM search.word w WHERE w.word % t.word AND length(w.word) BETWEEN length(t.word) - 2 AND length(t.word) + 2 ORDER BY similarity(w.word, t.word) DESC LIMIT 40)
      ELSE '{}' END AS near
    FROM typed t`;
  const near = rows.map(({ word, near: candidates }) => [word, nearestWords(word, candidates.filter((candidate) => candidate !== word))] as const);
  return { near: new Map(near.filter(([, found]) => found.length > 0)), unknown: new Set(rows.filter(({ isKnown }) => !isKnown).map(({ word }) => word)) };
}

type Sought = { search: { words: readonly string[] }; near?: NearWords; ranked?: { isWhole: boolean } };

/** These criteria with other spellings when a word of theirs is nowhere, and they find nothing as they are. `findsAny` is asked only of these: the words are learnt some seconds late. */
export async function respelled<C extends Sought>(criteria: C, { near }: Spellings, findsAny: (criteria: C) => Promise<boolean>): Promise<C> {
  return near.size > 0 && !criteria.ranked?.isWhole && !(await findsAny(criteria)) ? { ...criteria, near } : criteria;
}

/** These criteria, that found nothing though each of their words is somewhere, with other spellings of all of them; null when there are none, or they were tried. */
export async function respelledAll<C extends Sought>(ctx: Ctx, criteria: C): Promise<C | null> {
  if (criteria.near || criteria.ranked?.isWhole || criteria.search.words.length === 0) return null;
  const { near } = await spellingsOf(ctx, criteria.search.words, { evenKnown: true });
  return near.size > 0 ? { ...criteria, near } : null;
}

/** The words really looked for, when nothing was spelled exactly so; null when they are those typed. */
export const correctedWords = ({ search: { words }, near }: Sought): string | null => (near ? words.map((word) => near.get(word)?.[0] ?? word).join(' ') : null);
