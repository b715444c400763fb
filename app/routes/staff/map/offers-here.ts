import { whatsHere } from '~/domain/map/whats-here.server';
import { page } from '~/server/http.server';

/** `/offres/ici?boite=…`: what stands where the map was clicked. */
export const loader = page('offer.read', (ctx, { url }) => whatsHere(ctx, { layer: 'offers', params: url.searchParams }));
