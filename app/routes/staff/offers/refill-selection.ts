import { redirect } from '@remix-run/node';
import { refillSelection } from '~/domain/offer/kept/keep-offers.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after the selection was emptied. Opened as a page, it leads to the selection. */
export const loader = page('offer.keep', async () => redirect(paths.offerSelection()));

export const action = command('offer.keep', z.object({}), async (ctx) => {
  const { count } = await refillSelection(ctx);
  return redirectWith(paths.offerSelection(), { kind: 'ok', text: count > 1 ? `Votre sélection a de nouveau ${count} offres.` : 'Votre sélection est de nouveau là.' });
});
