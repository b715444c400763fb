import { redirect } from '@remix-run/node';
import { putBackOrganisationPair } from '~/domain/network-merge/settle-organisation-pair.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a pair was said to be two. Opened as a page, it leads to the queue. */
export const loader = page('organisation.merge', async () => redirect(paths.networkDoubles()));

export const action = command('organisation.merge', z.object({}), async (ctx, _input, { params }) => {
  const { one, other } = await putBackOrganisationPair(ctx, { pairId: params.pairId ?? '' });
  return redirectWith(paths.networkDoubles(), { kind: 'ok', text: `${inGuillemets(one)} et ${inGuillemets(other)} sont de nouveau à regarder.` });
});
