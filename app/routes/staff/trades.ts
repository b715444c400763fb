import { findTrades } from '~/domain/rome/find-trades.server';
import { page } from '~/server/http.server';

/** `/metiers?q=`: trades whose title or code begins as typed. */
export const loader = page('home.read', async (ctx, { url }) => ({ trades: await findTrades(ctx, url.searchParams.get('q') ?? '') }));
