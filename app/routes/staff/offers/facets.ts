import { countOfferFacets } from '~/domain/offer/list/count-offer-facets.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { page } from '~/server/http.server';

/** `/offres/compteurs?…`: how many offers each value of each filter would show, asked by the list once it is on screen. */
export const loader = page('offer.read', async (ctx, { url }) => ({ counts: await countOfferFacets(ctx, readOfferFilters(url.searchParams).filters) }));
