import { redirect } from '@remix-run/node';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { restoreList } from '~/domain/saved-list/restore-list.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a list was deleted. Opened as a page, it leads to the lists. */
export const loader = page('list.save', async () => redirect(paths.savedLists()));

export const action = command('list.save', z.object({}), async (ctx, _input, { params }) => {
  const { name } = await restoreList(ctx, { listId: knownId(params.listId, 'Cette liste n’existe pas, ou plus.') });
  return redirectWith(paths.savedLists(), { kind: 'ok', text: `La liste ${inGuillemets(name)} est de nouveau là.` });
});
