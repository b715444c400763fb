import type { Ctx } from '~/access/context';
import { boxOf } from '~/domain/place/circle';
import { askEngine, type Ranked } from '~/domain/search/ask-engine.server';
import type { Criteria } from './criteria';

/**
 * What the engine beside PostgreSQL found for the words of these criteria, if there is one. It is asked of the person's own
 * partners and of the place, never of the facets: the list, its counts and its export then speak of the same ones.
 */
export async function askForPartners(ctx: Ctx, { search, place, isArchived }: Pick<Criteria, 'search' | 'place' | 'isArchived'>): Promise<Ranked> {
  if (search.words.length === 0) return { ranked: null, notice: null };
  return askEngine(ctx, {
    kind: 'partner',
    words: search.words,
    within: [
      ctx.actor.missionLocaleId ? { field: 'agency', anyOf: [ctx.actor.missionLocaleId] } : { field: 'region', anyOf: [ctx.actor.regionCode ?? ''] },
      { field: 'isArchived', anyOf: [isArchived] },
      ...(place && !place.circle ? [{ field: 'communeCode', anyOf: place.codes }] : []),
    ],
    box: place?.circle && boxOf(place.circle),
  });
}
