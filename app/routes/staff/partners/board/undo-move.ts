import { redirect } from '@remix-run/node';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { undoMove } from '~/domain/partnership/undo-move.server';
import { paths } from '~/paths';
import { page, undo, type Visit } from '~/server/http.server';

/** The address carries the filters of the board that it came from. */
const backTo = ({ url }: Visit) => `${paths.partnersBoard()}${url.search}`;

/** "Annuler", after a card of the board was moved. Opened as a page, it leads to the board. */
export const loader = page('partner.read', async () => redirect(paths.partnersBoard()));

export const action = undo('partnership.move', backTo, async (ctx, { params }) => {
  const { stage } = await undoMove(ctx, { partnershipId: knownId(params.partnerId), moveId: knownId(params.moveId, 'Ce changement n’existe pas, ou plus.') });
  return { text: `C’est annulé : l’étape est de nouveau « ${stages[stage].label} ».` };
});
