import { redirect } from '@remix-run/node';
import { deleteAgreement } from '~/domain/agreement/delete-agreement.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a renewal: the agreement that it prepared goes. Opened as a page, it leads to the agreements. */
export const loader = page('agreement.read', async (_ctx, { params }) => redirect(paths.partnerAgreements(knownId(params.partnerId))));

export const action = keepingWalk(command('agreement.write', z.object({}), async (ctx, _input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  const { title } = await deleteAgreement(ctx, { partnershipId, agreementId: knownId(params.agreementId, 'Cette convention n’existe pas, ou plus.') });
  return redirectWith(paths.partnerAgreements(partnershipId), { kind: 'ok', text: `Le renouvellement de ${inGuillemets(title)} est annulé.` });
}));
