import { findCommunes } from '~/domain/place/find-communes.server';
import { page } from '~/server/http.server';

/** `/communes?q=`: communes whose name or postcode begins as typed. */
export const loader = page('home.read', async (ctx, { url }) => {
  const found = await findCommunes(ctx, url.searchParams.get('q') ?? '');
  return { communes: found.map(({ code, name, postcodes, departementCode }) => ({ code, name, postcodes, departementCode })) };
});
