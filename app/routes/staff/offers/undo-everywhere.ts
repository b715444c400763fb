import { redirect } from '@remix-run/node';
import { undoEverywhere } from '~/domain/offer/spread/undo-everywhere.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

const idOf = (id: string | undefined) => knownId(id, 'Cette offre n’existe pas, ou plus.');

/** "Annuler", after all the places of an offer were moved at once. Opened as a page, it leads to the offer. */
export const loader = page('offer.write', async (_ctx, { params }) => redirect(paths.offer(idOf(params.offerId))));

export const action = command('offer.write', z.object({}), async (ctx, _input, { params, url }) => {
  const offerId = idOf(params.offerId);
  const { undone } = await undoEverywhere(ctx, { offerId, gesture: url.searchParams.get('geste') ?? '' });
  return redirectWith(paths.offer(offerId), { kind: 'ok', text: `C’est annulé : ${undone > 1 ? `${undone} lieux sont` : 'un lieu est'} de nouveau comme avant.` });
});
