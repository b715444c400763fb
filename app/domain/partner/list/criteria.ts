import { atLeast, type Readiness } from '~/domain/engagement/readiness';
import type { Circle } from '~/domain/place/circle';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import { asksPrecisely, manyValued, type ManyValued, type Merit, type PartnerFilters } from './filters';
import { readSearch, type Search } from './read-search';
import { nobody, type ListValues } from './list-values';
import type { Ranking } from '~/domain/search/word-engine';
import type { NearWords } from './word-query';

/** A place to look around. */
export type Place = { codes: string[]; name: string; circle: Circle | null };

/** The filters once understood: what the database is asked. Null asks nothing. */
export type Criteria = {
  search: Search;
  near?: NearWords;
  /** What an engine beside PostgreSQL found for the words: whole, it stands for them; else it only says which come first. */
  ranked?: Ranking;
  kindIds: string[] | null;
  themeCodes: string[] | null;
  stages: Stage[] | null;
  formIds: string[] | null;
  /** Asked of one engagement together; then `formIds` is null. */
  engagement: { formIds: string[] | null; levels: Readiness[]; month: number | null; trade: string | null } | null;
  /** A saved list of partners picked by hand. */
  listId: string | null;
  departementCodes: string[] | null;
  tagIds: string[] | null;
  officers: { ids: string[]; orNobody: boolean } | null;
  /** Bands of headcount that make the sizes asked for. */
  sizes: { bands: string[]; orUnknown: boolean } | null;
  /** One of them is enough. */
  merits: readonly Merit[] | null;
  /** The day that « covered by an agreement » is asked of. */
  today: string;
  place: Place | null;
  isMine: boolean;
  /** Their address could not be placed surely. */
  isPlaceDoubtful: boolean;
  isArchived: boolean;
};

export const asksArchived = ({ archives, etape }: PartnerFilters): boolean => archives || etape.includes('archived');

/** Does what they keep depend on the rows of the list alone? Not with a saved list, one engagement that says all of it, or doubts about places. */
export const isOfRowsAlone = ({ listId, engagement, isPlaceDoubtful }: Criteria): boolean => !listId && !engagement && !isPlaceDoubtful;

/** Matches the filters with the values that exist. A value that does not is left out, and said. */
export function criteriaOf(filters: PartnerFilters, values: ListValues, place: Place | null, today: string): { criteria: Criteria; applied: PartnerFilters; notices: string[] } {
  const known = (name: ManyValued) => filters[name].filter((value) => values[name].some((one) => one.value === value));
  const ids = (name: ManyValued) => {
    const found = values[name].filter(({ value }) => filters[name].includes(value)).flatMap((one) => one.ids);
    return found.length > 0 ? found : null;
  };
  // Archived partners have one stage: the other stages would find nothing among them.
  const isArchived = asksArchived(filters);
  const isPrecise = asksPrecisely(filters);
  const officers = ids('referent');
  const sizes = ids('taille');
  const applied = { ...filters, ...Object.fromEntries(manyValued.map((name) => [name, known(name)])), etape: isArchived ? [] : known('etape'), archives: isArchived };
  const lost = manyValued.flatMap((name) => filters[name].filter((value) => value !== 'archived' && !known(name).includes(value)));
  return {
    criteria: {
      search: readSearch(filters.q),
      kindIds: ids('typologie'),
      themeCodes: ids('thematique'),
      stages: isArchived ? null : (ids('etape') as Stage[] | null),
      formIds: isPrecise ? null : ids('forme'),
      engagement: isPrecise ? { formIds: ids('forme'), levels: atLeast(filters.niveau ?? 'willing'), month: filters.mois || null, trade: filters.metier || null } : null,
      listId: filters.liste || null,
      departementCodes: ids('departement'),
      tagIds: ids('etiquette'),
      officers: officers && { ids: officers.filter((id) => id !== 'aucun'), orNobody: officers.includes('aucun') },
      sizes: sizes && { bands: sizes.filter((id) => id !== nobody), orUnknown: sizes.includes(nobody) },
      merits: filters.atout.length > 0 ? filters.atout : null,
      today,
      place,
      isMine: filters.miens,
      isPlaceDoubtful: filters.position,
      isArchived,
    },
    applied,
    notices: lost.length === 0 ? [] : [lost.length === 1 ? 'Un des filtres de l’adresse n’existe plus : il a été enlevé.' : `${lost.length} des filtres de l’adresse n’existent plus : ils ont été enlevés.`],
  };
}
