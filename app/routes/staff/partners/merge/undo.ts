import { redirect } from '@remix-run/node';
import { sayUndone } from '~/domain/merge/say-undone';
import { undoMerge } from '~/domain/merge/undo-merge.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler la fusion", from the message that follows it or from the list. Opened as a page, it leads to the list. */
export const loader = page('partner.merge', async () => redirect(paths.partnerMerges()));

export const action = command('partner.merge', z.object({}), async (ctx, _input, { params }) => {
  const undone = await undoMerge(ctx, { mergeId: params.mergeId });
  return redirectWith(paths.partner(undone.keptId), { kind: 'ok', text: sayUndone(undone) });
});
