import { redirect } from '@remix-run/node';
import { restoreAgreement } from '~/domain/agreement/restore-agreement.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after an agreement was taken away. Opened as a page, it leads to the agreements. */
export const loader = page('agreement.read', async (_ctx, { params }) => redirect(paths.partnerAgreements(knownId(params.partnerId))));

export const action = keepingWalk(command('agreement.write', z.object({}), async (ctx, _input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  await restoreAgreement(ctx, { partnershipId, agreementId: knownId(params.agreementId, 'Cette convention n’existe pas, ou plus.') });
  return redirectWith(paths.partnerAgreements(partnershipId), { kind: 'ok', text: 'La convention est de nouveau là.' });
}));
