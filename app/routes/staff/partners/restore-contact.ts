import { redirect } from '@remix-run/node';
import { restoreContact } from '~/domain/contact/restore-contact.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a contact was taken away. Opened as a page, it leads to the contacts. */
export const loader = page('contact.read', async (_ctx, { params }) => redirect(paths.partnerContacts(knownId(params.partnerId))));

export const action = keepingWalk(command('contact.write', z.object({}), async (ctx, _input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  await restoreContact(ctx, { partnershipId, contactId: knownId(params.contactId, 'Cet interlocuteur n’existe pas, ou plus.') });
  return redirectWith(paths.partnerContacts(partnershipId), { kind: 'ok', text: 'L’interlocuteur est de nouveau là.' });
}));
