import { redirect } from '@remix-run/node';
import { putBackDuplicate } from '~/domain/duplicate/settle-duplicate.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { page, undo } from '~/server/http.server';

/** "Annuler", after a pair was said to be two. Opened as a page, it leads to the queue. */
export const loader = page('duplicate.read', async () => redirect(paths.duplicates()));

export const action = undo('duplicate.settle', () => paths.duplicates(), async (ctx, { params }) => {
  const { one, other } = await putBackDuplicate(ctx, { pairId: knownId(params.pairId, 'Ces deux fiches ne sont plus dans la liste.') });
  return { text: `${inGuillemets(one)} et ${inGuillemets(other)} sont de nouveau à regarder.` };
});
