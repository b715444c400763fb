import { choice, line, requiredLine, ticked } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import type { SiteField } from './site-words';
import { editedOver } from './edit-over';
import { shownPhone, typedPhone, typedPostcode } from './typed-address';

const facts = { name: requiredLine('Donnez un nom à ce site.', 120), addressLine: line(), postcode: typedPostcode, commune: line(120), phone: typedPhone };

export const addSiteSchema = z.object({ ...facts, isMain: ticked() });
export const editSiteSchema = z.object({ ...facts, ...editedOver, id: z.uuid() });
export const oneSiteSchema = z.object({ id: choice().pipe(z.uuid('Ce site n’existe pas ou plus.')) });

type SiteFacts = { name: string; addressLine: string | null; postcode: string | null; commune: string | null; phone: string | null };

/** The facts as the form shows them. */
export function siteForm({ name, addressLine, postcode, commune, phone }: SiteFacts): Record<SiteField, string> {
  return { name, addressLine: addressLine ?? '', postcode: postcode ?? '', commune: commune ?? '', phone: shownPhone(phone) };
}
