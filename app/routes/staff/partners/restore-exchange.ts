import { redirect } from '@remix-run/node';
import { restoreExchange } from '~/domain/exchange/restore-exchange.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after an exchange was taken away. Opened as a page, it leads to the exchanges. */
export const loader = page('exchange.read', async (_ctx, { params }) => redirect(paths.partnerExchanges(knownId(params.partnerId))));

export const action = keepingWalk(command('exchange.write', z.object({}), async (ctx, _input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  await restoreExchange(ctx, { partnershipId, exchangeId: knownId(params.exchangeId, 'Cet échange n’existe pas, ou plus.') });
  return redirectWith(paths.partnerExchanges(partnershipId), { kind: 'ok', text: 'L’échange est de nouveau là.' });
}));
