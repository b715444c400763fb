import { redirect } from '@remix-run/node';
import { startWalk } from '~/domain/saved-list/start-walk.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { listSearch } from '~/routes/staff/partners/list/list-address';
import { redirectWith } from '~/server/flash.server';
import { page } from '~/server/http.server';

/** « Parcourir »: leads to the first partner of a saved list, or with `?reprendre=oui` where the person stopped. The way to the next one stands there. */
export const loader = page('list.save', async (ctx, { params, url }) => {
  const listId = knownId(params.listId, 'Cette liste n’existe pas, ou plus.');
  const { name, address, isDeleted, partnershipId, rank } = await startWalk(ctx, { listId, resumes: url.searchParams.get('reprendre') === 'oui' });
  if (isDeleted) return redirectWith(paths.savedLists(), { kind: 'info', text: `La liste ${inGuillemets(name)} a été supprimée.` });
  if (!partnershipId) return redirectWith(paths.savedLists(), { kind: 'info', text: `La liste ${inGuillemets(name)} ne contient aucun partenaire aujourd’hui.` });
  return redirect(`${paths.partner(partnershipId)}${listSearch(address, rank, listId)}`);
});
