import { z } from '~/domain/zod';
import { audiences, type Audience } from '~/domain/offer/audiences';

/** What is chosen once for every new offer of an import. */
export const offerImportOptionsSchema = z.object({
  importId: z.uuid(),
  state: z.enum(['draft', 'published']).default('draft'),
  audience: z.enum(Object.keys(audiences) as [Audience, ...Audience[]]).default('agency'),
});
export type OfferImportOptions = Omit<z.output<typeof offerImportOptionsSchema>, 'importId'>;
