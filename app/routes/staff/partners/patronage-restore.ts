import { redirect } from '@remix-run/node';
import { restorePatronage } from '~/domain/patronage/restore-patronage.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a gift was taken away. Opened as a page, it leads to the gifts. */
export const loader = page('patronage.read', async (_ctx, { params }) => redirect(paths.partnerPatronage(knownId(params.partnerId))));

export const action = keepingWalk(command('patronage.write', z.object({}), async (ctx, _input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  await restorePatronage(ctx, { partnershipId, patronageId: knownId(params.patronageId, 'Ce don n’existe pas, ou plus.') });
  return redirectWith(paths.partnerPatronage(partnershipId), { kind: 'ok', text: 'Le don est de nouveau là.' });
}));
