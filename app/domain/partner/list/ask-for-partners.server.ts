import type { Ctx } from '~/access/context';
import { boxOf } from '~/domain/place/circle';
import { askEngine } from '~/domain/search/ask-engine.server';
import type { Criteria } from './criteria';

/**
 * These criteria with what the engine beside PostgreSQL found for their words, if there is one. It is asked of the person's own
 * partners and of the place, never of the facets: the list, its counts and its export then speak of the same ones.
 */
export async function askForPartners(ctx: Ctx, criteria: Criteria): Promise<{ criteria: Criteria; notice: string | null }> {
  const { search, place, isArchived } = criteria;
  if (search.words.length === 0) return { criteria, notice: null };
  const { things, notice } = await askEngine(ctx, {
    kind: 'partner',
    words: search.words,
    within: [
      ctx.actor.missionLocaleId ? { field: 'agency', anyOf: [ctx.actor.missionLocaleId] } : { field: 'region', anyOf: [ctx.actor.regionCode ?? ''] },
      { field: 'isArchived', anyOf: [isArchived] },
      ...(place && !place.circle ? [{ field: 'communeCode', anyOf: place.codes }] : []),
    ],
    box: place?.circle && boxOf(place.circle),
  });
  return { criteria: things ? { ...criteria, ranked: things } : criteria, notice };
}
