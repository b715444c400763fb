import type { Ctx } from '~/access/context';
import { keptAnswers } from '~/domain/map/kept-answers';
import { mayBeKept } from '~/domain/map/map-layers';
import { sameAnswerKey } from '~/domain/map/same-answer-key.server';
import { countFacets, type FacetCounts } from './count-facets.server';
import { readFilters } from './read-filters';

const kept = keptAnswers<FacetCounts>(500);

/**
 * The counts of the filters for the list of this address, kept in the process as long as nothing changed for whoever looks: a list that is
 * opened again all day is not counted again (decision 9). Words are always counted: what they find depends on more than the rows.
 * One query when they are kept, those of `countFacets` and one more when they are not.
 */
export async function keptFacets(ctx: Ctx, params: URLSearchParams): Promise<FacetCounts> {
  const { filters } = readFilters(params);
  if (filters.q !== '' || !mayBeKept('partners', params)) return countFacets(ctx, filters);
  return kept.orMake(await sameAnswerKey(ctx, 'partners', params), () => countFacets(ctx, filters));
}
