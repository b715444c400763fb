import { z } from '~/domain/zod';

/** What is chosen once for every new partner of an import. */
export const importOptionsSchema = z.object({
  importId: z.uuid(),
  stage: z.enum(['prospect', 'active']).default('prospect'),
  officerId: z.union([z.uuid(), z.literal('')]).optional().transform((id) => id || null),
  tag: z
    .string()
    .trim()
    .max(60, 'Une étiquette a 60 caractères au plus.')
    .optional()
    .transform((tag) => tag || null),
});
export type ImportOptions = Omit<z.output<typeof importOptionsSchema>, 'importId'>;
