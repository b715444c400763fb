import { redirect } from '@remix-run/node';
import { putBackOrganisationPair } from '~/domain/network-merge/settle-organisation-pair.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { page, undo } from '~/server/http.server';

/** "Annuler", after a pair was said to be two. Opened as a page, it leads to the queue. */
export const loader = page('organisation.merge', async () => redirect(paths.networkDoubles()));

export const action = undo('organisation.merge', () => paths.networkDoubles(), async (ctx, { params }) => {
  const { one, other } = await putBackOrganisationPair(ctx, { pairId: params.pairId ?? '' });
  return { text: `${inGuillemets(one)} et ${inGuillemets(other)} sont de nouveau à regarder.` };
});
