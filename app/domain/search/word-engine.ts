import type { BoundingBox } from '~/domain/place/geo';

/** What can be found by words. */
export type IndexKind = 'partner' | 'offer';

/** A thing found: its agency and its id, for the database to read again. */
export type FoundThing = { agency: string; id: string };

/**
 * A question of words. `within` says whose things and which: each line a field of the index and its accepted values, all lines
 * required. Written by the server from the actor and never from an address.
 */
export type WordQuestion = {
  kind: IndexKind;
  words: readonly string[];
  within: readonly { field: string; anyOf: readonly (string | boolean)[] }[];
  /** Those inside, in degrees, and those whose place nobody knows (they are counted apart). The database cuts the circle out of it. */
  box?: BoundingBox | null;
  /** Those of one of these communes, where there is no box. */
  communes?: readonly string[];
  /** And wherever they stand, those whose zones name one of these communes. */
  serving?: readonly string[];
  most: number;
};

/** What the engine found for the words of a list, the best first. Not whole: there are more, the words themselves say which, and these come first. */
export type Ranking = { things: readonly FoundThing[]; isWhole: boolean; /** These only, of those that the words themselves say: a page that is made of the best. */ isAlone?: true };

/** The best first. `isWhole` is false when there are more than asked. `silent`: no answer, and PostgreSQL does it. */
export type WordAnswer = { state: 'found'; things: FoundThing[]; isWhole: boolean } | { state: 'silent'; why: SilentBecause };
export type SilentBecause = 'down' | 'notBuilt' | 'refused';

/**
 * An engine beside PostgreSQL, that finds by words. It never throws and answers within a moment, or is silent. What it finds is
 * always read again through the database, behind the walls: a stale index can miss, and never leak.
 */
export type WordEngine = (question: WordQuestion) => Promise<WordAnswer>;

/** So many are ranked. Beyond, the words say little: PostgreSQL finds and counts them all, and these come first. */
export const mostRanked = 100;

/**
 * These criteria of the best alone, when a page by relevance that starts after the place `after` (0 for the first) may be made of them
 * without looking for all the others. Null when it may not: the best are all there are, or were read to their end.
 */
export function ofTheBest<C extends { ranked?: Ranking }>(criteria: C, after: number): C | null {
  const { ranked } = criteria;
  return ranked && !ranked.isWhole && after < ranked.things.length ? { ...criteria, ranked: { ...ranked, isAlone: true } } : null;
}

/** Meilisearch reads no further than its tenth word: a longer question is PostgreSQL's, which requires them all. */
export const mostWords = 10;

/** What is said above a list when the engine was silent; nothing of a question that it refused, which PostgreSQL answers as well. */
export const silentSentence: Record<SilentBecause, string | null> = {
  down: 'Le moteur de recherche ne répond pas : la recherche de secours a pris le relais. Rien ne manque, l’ordre peut changer.',
  notBuilt: 'Le moteur de recherche se prépare : la recherche de secours répond en attendant.',
  refused: null,
};
