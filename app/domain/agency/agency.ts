import { line, requiredLine } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import type { AgencyField } from './agency-words';
import { editedOver } from './edit-over';
import { shownPhone, typedEmail, typedPhone, typedPostcode, typedWebsite } from './typed-address';

export const agencySchema = z.object({
  ...editedOver,
  name: requiredLine('Indiquez le nom de la Mission Locale.', 150),
  phone: typedPhone,
  email: typedEmail,
  website: typedWebsite,
  addressLine: line(),
  postcode: typedPostcode,
  commune: line(120),
});

type AgencyFacts = { name: string; phone: string | null; email: string | null; website: string | null; addressLine: string | null; postcode: string | null; commune: string | null };

/** The facts as the form shows them. */
export function agencyForm({ name, phone, email, website, addressLine, postcode, commune }: AgencyFacts): Record<AgencyField, string> {
  return { name, phone: shownPhone(phone), email: email ?? '', website: website ?? '', addressLine: addressLine ?? '', postcode: postcode ?? '', commune: commune ?? '' };
}
