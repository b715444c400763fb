import { countFacets } from '~/domain/partner/list/count-facets.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { page } from '~/server/http.server';

/** `/partenaires/compteurs?…`: how many partners each value of each filter would show, asked by the list once it is on screen. */
export const loader = page('partner.read', async (ctx, { url }) => ({ counts: await countFacets(ctx, readFilters(url.searchParams).filters) }));
