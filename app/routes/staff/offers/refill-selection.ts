import { redirect } from '@remix-run/node';
import { refillSelection } from '~/domain/offer/kept/keep-offers.server';
import { paths } from '~/paths';
import { page, undo } from '~/server/http.server';

/** "Annuler", after the selection was emptied. Opened as a page, it leads to the selection. */
export const loader = page('offer.keep', async () => redirect(paths.offerSelection()));

export const action = undo('offer.keep', () => paths.offerSelection(), async (ctx) => {
  const { count } = await refillSelection(ctx);
  return { text: count > 1 ? `Votre sélection a de nouveau ${count} offres.` : 'Votre sélection est de nouveau là.' };
});
