import { redirect } from '@remix-run/node';
import { sayUndone } from '~/domain/merge/say-undone';
import { undoMerge } from '~/domain/merge/undo-merge.server';
import { paths } from '~/paths';
import { page, undo } from '~/server/http.server';

/** "Annuler la fusion", from the message that follows it or from the list. Opened as a page, it leads to the list. */
export const loader = page('partner.merge', async () => redirect(paths.partnerMerges()));

export const action = undo('partner.merge', () => paths.partnerMerges(), async (ctx, { params }) => {
  const undone = await undoMerge(ctx, { mergeId: params.mergeId });
  return { text: sayUndone(undone), to: paths.partner(undone.keptId) };
});
