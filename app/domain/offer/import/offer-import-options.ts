import { z } from '~/domain/zod';
import { audiences, type Audience } from '~/domain/offer/audiences';

/** What is chosen once for every new offer of an import. */
export const offerImportOptionsSchema = z.object({
  importId: z.uuid(),
  state: z.enum(['draft', 'published']).default('draft'),
  audience: z.enum(Object.keys(audiences) as [Audience, ...Audience[]]).default('agency'),
});
export type OfferImportOptions = Omit<z.output<typeof offerImportOptionsSchema>, 'importId'>;
export const noOfferOptions: OfferImportOptions = { state: 'draft', audience: 'agency' };

export const newOfferStates = [
  { value: 'draft', label: 'En brouillon', hint: 'Vous les relisez avant de les publier.' },
  { value: 'published', label: 'Publiées tout de suite', hint: 'Celles qui n’ont pas de description, ou dont la date est passée, restent en brouillon.' },
] as const satisfies readonly { value: OfferImportOptions['state']; label: string; hint: string }[];
