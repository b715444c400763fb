import { redirect } from '@remix-run/node';
import { undoEverywhere } from '~/domain/offer/spread/undo-everywhere.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { page, undo, type Visit } from '~/server/http.server';

const offerOf = ({ params }: Pick<Visit, 'params'>) => knownId(params.offerId, 'Cette offre n’existe pas, ou plus.');
const back = (visit: Visit) => paths.offer(offerOf(visit));

/** "Annuler", after all the places of an offer were moved at once. Opened as a page, it leads to the offer. */
export const loader = page('offer.write', async (_ctx, visit) => redirect(back(visit)));

export const action = undo('offer.write', back, async (ctx, visit) => {
  const { undone } = await undoEverywhere(ctx, { offerId: offerOf(visit), gesture: visit.url.searchParams.get('geste') ?? '' });
  return { text: `C’est annulé : ${undone > 1 ? `${undone} lieux sont` : 'un lieu est'} de nouveau comme avant.` };
});
