import { departementOutlines } from '~/domain/map/map-ground.server';
import { env } from '~/server/env.server';
import { download } from '~/server/http.server';

/** `/carte/fond`, `/carte/fond?contours=non`: what lies under the marks besides our own files: the départements when they were loaded, IGN's tiles when they are configured. */
export const loader = download('offer.read', async (ctx, { url }) => {
  const { tiles } = env();
  const style = tiles.MAP_TILES === 'ign' ? JSON.stringify(tiles.MAP_TILES_STYLE) : 'null';
  return new Response(`{"style":${style},"departements":${url.searchParams.get('contours') === 'non' ? '{"type":"FeatureCollection","features":[]}' : await departementOutlines(ctx)}}`, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, max-age=3600' } });
});
