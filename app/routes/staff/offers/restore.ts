import { redirect } from '@remix-run/node';
import { restoreOffer } from '~/domain/offer/delete-offer.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { page, undo, type Visit } from '~/server/http.server';

const offerOf = ({ params }: Pick<Visit, 'params'>) => knownId(params.offerId, 'Cette offre n’existe pas, ou plus.');
const back = (visit: Visit) => paths.offer(offerOf(visit));

/** "Annuler", after an offer was taken away. Opened as a page, it leads to the offer. */
export const loader = page('offer.write', async (_ctx, visit) => redirect(back(visit)));

export const action = undo('offer.write', back, async (ctx, visit) => {
  await restoreOffer(ctx, { offerId: offerOf(visit) });
  return { text: 'L’offre est de nouveau là.' };
});
