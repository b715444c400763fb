import { readMap } from '~/domain/map/read-map.server';
import { download } from '~/server/http.server';
import { sendIfChanged } from '~/server/send-if-changed.server';

/** `/offres/points?tuiles=…`: what the map shows of the list with the same filters; without `tuiles`, how far it extends. */
export const loader = download('offer.read', async (ctx, { url, request }) => sendIfChanged(await readMap(ctx, { layer: 'offers', params: url.searchParams, known: request.headers.get('If-None-Match') })));
