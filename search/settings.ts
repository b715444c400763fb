import { synonymsByForm } from './documents';

/** What both indexes of Meilisearch share. */
const shared = {
  /** What comes first among the things found, the most telling first: all words, few slips, in the name before elsewhere, words side by side, whole words. */
  rankingRules: ['words', 'typo', 'attribute', 'proximity', 'exactness', 'sort'],
  /** A letter wrong is forgiven from five letters, two from nine. A number (a postcode) is exact. */
  typoTolerance: { minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnNumbers: true },
  synonyms: synonymsByForm(),
  /** One more than we ever ask (`mostRanked`), to know whether there were more. */
  pagination: { maxTotalHits: 1001 },
};

/** How each index is searched: in which fields, the most telling first, and by which it may be filtered. The rest is only kept. A change rebuilds it. */
export const indexSettings = {
  // A name of three words holds them all at its beginning: a whole word tells more than where it stands. Offers are found by long lists of trades.
  partners: { ...shared, rankingRules: ['words', 'typo', 'exactness', 'attribute', 'proximity', 'sort'], searchableAttributes: ['name', 'place', 'about'], filterableAttributes: ['agency', 'region', 'isArchived', 'communeCode', 'isPlaced', 'latitude', 'longitude'] },
  offers: { ...shared, searchableAttributes: ['title', 'trades', 'place', 'holder', 'about', 'text'], filterableAttributes: ['audience', 'communeCode', 'serves', 'isPlaced', 'latitude', 'longitude'] },
} as const;
