import { redirect } from '@remix-run/node';
import { restoreSearch } from '~/domain/offer/alert/saved-searches.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { page, undo } from '~/server/http.server';

/** "Annuler", after a search was deleted. Opened as a page, it leads to the searches. */
export const loader = page('offer.keep', async () => redirect(paths.offerFavourites()));

export const action = undo('offer.keep', () => paths.offerFavourites(), async (ctx, { params }) => {
  await restoreSearch(ctx, { searchId: knownId(params.searchId, 'Cette recherche n’existe pas, ou plus.') });
  return { text: 'La recherche est de nouveau là.' };
});
