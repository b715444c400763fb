import { parseEmails } from '~/domain/organisation/email';
import { parsePhones } from '~/domain/organisation/phone';
import { line } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';

/** What is typed of one more place of an offer: where, and whom to ask there when that is somebody else. The commune is still as typed. */
export const addPlaceSchema = z
  .object({ addressLine: line(300), postcode: line(60), communeCode: line(5), commune: line(120), contactName: line(150), contactPhone: line(100), contactEmail: line(300) })
  .superRefine(({ commune, communeCode, postcode, contactPhone, contactEmail }, issues) => {
    const wrong = (field: string, message: string) => issues.addIssue({ code: 'custom', path: [field], message });
    const badPhone = contactPhone && parsePhones(contactPhone).unread[0];
    const badEmail = contactEmail && parseEmails(contactEmail).unread[0];
    if (!commune && !communeCode && !postcode) wrong('commune', 'Indiquez la commune où l’offre est aussi proposée.');
    if (badPhone) wrong('contactPhone', badPhone.reason);
    if (badEmail) wrong('contactEmail', badEmail.reason);
  })
  .transform((typed) => ({
    ...typed,
    contactPhone: typed.contactPhone ? (parsePhones(typed.contactPhone).phones[0]?.number ?? null) : null,
    contactEmail: typed.contactEmail ? (parseEmails(typed.contactEmail).emails[0] ?? null) : null,
  }));

export type TypedPlace = z.input<typeof addPlaceSchema>;
