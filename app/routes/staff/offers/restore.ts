import { redirect } from '@remix-run/node';
import { restoreOffer } from '~/domain/offer/delete-offer.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

const idOf = (id: string | undefined) => knownId(id, 'Cette offre n’existe pas, ou plus.');

/** "Annuler", after an offer was taken away. Opened as a page, it leads to the offer. */
export const loader = page('offer.write', async (_ctx, { params }) => redirect(paths.offer(idOf(params.offerId))));

export const action = command('offer.write', z.object({}), async (ctx, _input, { params }) => {
  const offerId = idOf(params.offerId);
  await restoreOffer(ctx, { offerId });
  return redirectWith(paths.offer(offerId), { kind: 'ok', text: 'L’offre est de nouveau là.' });
});
