import { whatsHere } from '~/domain/map/whats-here.server';
import { page } from '~/server/http.server';

/** `/partenaires/ici?boite=…`: what stands where the map was clicked. */
export const loader = page('partner.read', (ctx, { url }) => whatsHere(ctx, { layer: 'partners', params: url.searchParams }));
