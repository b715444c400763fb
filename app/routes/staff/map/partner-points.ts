import { readMap } from '~/domain/map/read-map.server';
import { download } from '~/server/http.server';
import { sendIfChanged } from '~/server/send-if-changed.server';

/** `/partenaires/points?tuiles=…`: what the map shows of the list with the same filters; without `tuiles`, how far it extends. */
export const loader = download('partner.read', async (ctx, { url, request }) => sendIfChanged(await readMap(ctx, { layer: 'partners', params: url.searchParams, known: request.headers.get('If-None-Match') })));
