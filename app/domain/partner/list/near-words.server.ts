import type { Ctx } from '~/access/context';
import { nearestWords } from './nearest-words';
import type { NearWords } from './word-query';

/**
 * For each word that nobody's names hold (or for every word, when the search found nothing at all), the words that are
 * spelled nearly the same. Short words and numbers are taken as they are. One query, on the words of the whole network:
 * they say nothing of whose they are.
 */
export async function nearWordsOf(ctx: Ctx, words: readonly string[], { evenKnown }: { evenKnown: boolean }): Promise<NearWords> {
  const { near, unknown } = await spellingsOf(ctx, words);
  return evenKnown ? near : new Map([...near].filter(([word]) => unknown.has(word)));
}

/** The words spelled nearly as each of these, and which of these nothing holds. One query. */
export async function spellingsOf({ db }: Ctx, words: readonly string[]): Promise<{ near: NearWords; unknown: ReadonlySet<string> }> {
  const doubtful = words.filter((word) => word.length >= 4 && word.length <= 30 && !/\d/.test(word));
  if (doubtful.length === 0) return { near: new Map(), unknown: new Set() };
  const rows = await db.$queryRaw<{ word: string; isKnown: boolean; near: string[] }[]>`
    SELECT t.word, EXISTS (SELECT FROM search.word w WHERE w.word >= t.word AND w.word < t.word || '{') AS "isKnown",
      ARRAY(SELECT w.word FROM search.word w WHERE w.word % t.word AND length(w.word) BETWEEN length(t.word) - 2 AND length(t.word) + 2
        ORDER BY similarity(w.word, t.word) DESC LIMIT 40) AS near
    FROM unnest(${doubtful}::text[]) AS t(word)`;
  const near = rows.map(({ word, near: candidates }) => [word, nearestWords(word, candidates.filter((candidate) => candidate !== word))] as const);
  return { near: new Map(near.filter(([, found]) => found.length > 0)), unknown: new Set(rows.filter(({ isKnown }) => !isKnown).map(({ word }) => word)) };
}
