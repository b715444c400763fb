import { redirect } from '@remix-run/node';
import { firstOfList } from '~/domain/saved-list/first-of-list.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { listSearch } from '~/routes/staff/partners/list/list-address';
import { redirectWith } from '~/server/flash.server';
import { page } from '~/server/http.server';

/** « Parcourir »: leads to the first partner of a saved list, where the way to the next one stands. */
export const loader = page('list.save', async (ctx, { params }) => {
  const { address, partnershipId } = await firstOfList(ctx, knownId(params.listId, 'Cette liste n’existe pas, ou plus.'));
  if (!partnershipId) return redirectWith(paths.savedLists(), { kind: 'info', text: 'Cette liste ne contient aucun partenaire aujourd’hui.' });
  return redirect(`${paths.partner(partnershipId)}${listSearch(address, 1)}`);
});
