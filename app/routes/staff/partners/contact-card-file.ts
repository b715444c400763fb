import { contactToSend } from '~/domain/contact/contact.queries.server';
import { vcardOf } from '~/domain/contact/vcard';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { attachment } from '~/domain/stored-file/file-name';
import { download } from '~/server/http.server';

/** A contact for the address book of a telephone. */
export const loader = download('contact.read', async (ctx, { params }) => {
  const contact = await contactToSend(ctx, { partnershipId: knownId(params.partnerId), contactId: knownId(params.contactId, 'Cet interlocuteur n’existe pas, ou plus.') });
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ').replace(/[/\\]/g, ' ');
  return new Response(vcardOf(contact), {
    headers: { 'Content-Type': 'text/vcard; charset=utf-8', 'Content-Disposition': attachment(`${name}.vcf`), 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' },
  });
});
