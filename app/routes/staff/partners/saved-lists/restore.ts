import { redirect } from '@remix-run/node';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { restoreList } from '~/domain/saved-list/restore-list.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { page, undo } from '~/server/http.server';

/** "Annuler", after a list was deleted. Opened as a page, it leads to the lists. */
export const loader = page('list.save', async () => redirect(paths.savedLists()));

export const action = undo('list.save', () => paths.savedLists(), async (ctx, { params }) => {
  const { name } = await restoreList(ctx, { listId: knownId(params.listId, 'Cette liste n’existe pas, ou plus.') });
  return { text: `La liste ${inGuillemets(name)} est de nouveau là.` };
});
