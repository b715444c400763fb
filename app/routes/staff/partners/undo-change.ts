import { redirect } from '@remix-run/node';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { undoChange } from '~/domain/partner/list/undo-change.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { page, undo, type Visit } from '~/server/http.server';

/** The address carries the filters of the list that it came from. */
const backTo = ({ url }: Visit) => `${paths.partners()}${url.search}`;

/** "Annuler", after a change made to many partners. Opened as a page, it leads to the list. */
export const loader = page('partner.read', async () => redirect(paths.partners()));

export const action = undo('partnership.sort', backTo, async (ctx, { params }) => {
  const { undone, kept } = await undoChange(ctx, { changeId: knownId(params.changeId, 'Ce changement n’existe pas, ou plus.') });
  const rest = kept > 0 ? ` ${partnersInWords(kept)} changé${kept > 1 ? 's' : ''} depuis par ailleurs : laissé${kept > 1 ? 's' : ''} en l’état.` : '';
  return { text: `C’est annulé pour ${partnersInWords(undone)}.${rest}` };
});
