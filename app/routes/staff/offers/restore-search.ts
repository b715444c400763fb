import { redirect } from '@remix-run/node';
import { restoreSearch } from '~/domain/offer/alert/saved-searches.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a search was deleted. Opened as a page, it leads to the searches. */
export const loader = page('offer.keep', async () => redirect(paths.offerFavourites()));

export const action = command('offer.keep', z.object({}), async (ctx, _input, { params }) => {
  await restoreSearch(ctx, { searchId: knownId(params.searchId, 'Cette recherche n’existe pas, ou plus.') });
  return redirectWith(paths.offerFavourites(), { kind: 'ok', text: 'La recherche est de nouveau là.' });
});
