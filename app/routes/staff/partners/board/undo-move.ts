import { redirect } from '@remix-run/node';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { undoMove } from '~/domain/partnership/undo-move.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a card of the board was moved. Opened as a page, it leads to the board. */
export const loader = page('partner.read', async () => redirect(paths.partnersBoard()));

export const action = command('partnership.move', z.object({}), async (ctx, _input, { params, url }) => {
  const { stage } = await undoMove(ctx, { partnershipId: knownId(params.partnerId), moveId: knownId(params.moveId, 'Ce changement n’existe pas, ou plus.') });
  // The address carries the filters of the board that it came from.
  return redirectWith(`${paths.partnersBoard()}${url.search}`, { kind: 'ok', text: `C’est annulé : l’étape est de nouveau « ${stages[stage].label} ».` });
});
