import { keptFacets } from '~/domain/partner/list/kept-facets.server';
import { page } from '~/server/http.server';

/** `/partenaires/compteurs?…`: how many partners each value of each filter would show, asked by the list once it is on screen. */
export const loader = page('partner.read', async (ctx, { url }) => ({ counts: await keptFacets(ctx, url.searchParams) }));
