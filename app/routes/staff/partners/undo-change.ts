import { redirect } from '@remix-run/node';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { undoChange } from '~/domain/partner/list/undo-change.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a change made to many partners. Opened as a page, it leads to the list. */
export const loader = page('partner.read', async () => redirect(paths.partners()));

export const action = command('partnership.sort', z.object({}), async (ctx, _input, { params, url }) => {
  const { undone, kept } = await undoChange(ctx, { changeId: knownId(params.changeId, 'Ce changement n’existe pas, ou plus.') });
  const rest = kept > 0 ? ` ${partnersInWords(kept)} changé${kept > 1 ? 's' : ''} depuis par ailleurs : laissé${kept > 1 ? 's' : ''} en l’état.` : '';
  // The address carries the filters of the list that it came from.
  return redirectWith(`${paths.partners()}${url.search}`, { kind: 'ok', text: `C’est annulé pour ${partnersInWords(undone)}.${rest}` });
});
