import { parseEmails } from '~/domain/organisation/email';
import { formatPhone, parsePhones } from '~/domain/organisation/phone';
import { parseSiret } from '~/domain/organisation/siret';
import { parseWebsite } from '~/domain/organisation/website';
import { choices, line, paragraphs, requiredLine, seenVersion } from '~/domain/partner/typed-text';
import { typedDay } from '~/domain/text/typed-day';
import { z } from '~/domain/zod';

/** What the platform types of a national agreement. The last day comes after the first; each field in fault gets its sentence. */
export const nationalAgreementSchema = z
  .object({
    title: requiredLine('Donnez un titre, comme « Accord pour l’emploi des jeunes ».', 200),
    startsOn: typedDay(),
    endsOn: typedDay(),
    formIds: choices(z.uuid('Ce choix n’existe pas ou plus.')),
    says: paragraphs(5000),
    link: line(2000),
    contactName: line(200),
    contactEmail: line(300),
    contactPhone: line(60),
  })
  .transform((typed, issues) => {
    const wrong = (field: keyof typeof typed, message: string) => issues.addIssue({ code: 'custom', path: [field], message });
    const link = typed.link ? parseWebsite(typed.link) : null;
    const { emails, unread: badEmails } = parseEmails(typed.contactEmail ?? '');
    const { phones, unread: badPhones } = parsePhones(typed.contactPhone ?? '', null);
    if (typed.startsOn && typed.endsOn && typed.endsOn < typed.startsOn) wrong('endsOn', 'La fin est avant le début : vérifiez les deux dates.');
    if (link && !link.ok) wrong('link', link.reason);
    if (badEmails[0]) wrong('contactEmail', badEmails[0].reason);
    else if (emails.length > 1) wrong('contactEmail', 'Indiquez une seule adresse.');
    if (badPhones[0]) wrong('contactPhone', badPhones[0].reason);
    return { ...typed, link: link?.ok ? link.url : null, contactEmail: emails[0] ?? null, contactPhone: phones[0] ? formatPhone(phones[0].number) : null };
  });

export type TypedNationalAgreement = z.input<typeof nationalAgreementSchema>;

/** Who carries it: the group's head office, by its SIRET. */
const carrier = z.object({
  siret: line(100).transform((typed, issues) => {
    const read = typed ? parseSiret(typed) : null;
    if (read?.ok) return read.siret;
    issues.addIssue({ code: 'custom', message: read ? read.reason : 'Indiquez le SIRET du siège du groupe.' });
    return z.NEVER;
  }),
});

export const addNationalAgreementSchema = z.intersection(nationalAgreementSchema, carrier);
export const nationalAgreementIdSchema = z.object({ agreementId: z.uuid(), version: seenVersion() });
export const editNationalAgreementSchema = z.intersection(nationalAgreementSchema, nationalAgreementIdSchema);
