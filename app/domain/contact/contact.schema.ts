import { parseEmails } from '~/domain/organisation/email';
import { parsePhones } from '~/domain/organisation/phone';
import { typedDay } from '~/domain/text/typed-day';
import { line, requiredLine, seenVersion, ticked } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { channelNames, type ContactChannel } from './channels';

/** Of a form in fault, a field is not always what it should be. */
const phonesIn = (typed: unknown) => (typeof typed === 'string' && typed ? parsePhones(typed) : { phones: [], unread: [] });
const emailsIn = (typed: unknown) => (typeof typed === 'string' && typed ? parseEmails(typed) : { emails: [], unread: [] });

/** What a person may type of a contact. A name alone is kept: `whatIsMissing` then says what to ask for. */
export const contactSchema = z
  .object({
    firstName: line(100),
    lastName: requiredLine('Indiquez le nom.', 100),
    jobTitle: line(150),
    phone: line(100),
    email: line(300),
    preference: line(300),
    channel: z.enum(['', ...channelNames] as ['', ...ContactChannel[]], { error: 'Ce choix n’existe pas ou plus.' }).nullish().transform((channel) => channel || null),
    origin: line(200),
    informedOn: typedDay(),
    isMain: ticked(),
  })
  // Told with the other faults, not after them.
  .superRefine((typed, issues) => {
    const wrong = (field: string, message: string) => issues.addIssue({ code: 'custom', path: [field], message });
    const { phones, unread: badPhones } = phonesIn(typed.phone);
    const { emails, unread: badEmails } = emailsIn(typed.email);
    if (badPhones[0]) wrong('phone', badPhones[0].reason);
    else if (phones.length > 1) wrong('phone', 'Un seul numéro ici : mettez l’autre dans « Préférence ».');
    else if (phones[0]?.extension) wrong('phone', `Mettez le poste ${phones[0].extension} dans « Préférence ».`);
    if (badEmails[0]) wrong('email', badEmails[0].reason);
    else if (emails.length > 1) wrong('email', 'Une seule adresse ici.');
  }, { when: () => true })
  .transform((typed) => ({ ...typed, phone: phonesIn(typed.phone).phones[0]?.number ?? null, email: emailsIn(typed.email).emails[0] ?? null }));

export type TypedContact = z.input<typeof contactSchema>;
export const contactIdSchema = z.object({ contactId: z.uuid() });
export const editContactSchema = z.intersection(contactSchema, z.object({ contactId: z.uuid(), version: seenVersion() }));
