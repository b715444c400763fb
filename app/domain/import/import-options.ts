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

export const newPartnerStages = [
  { value: 'prospect', label: 'Prospect', hint: 'À contacter : la relation commence.' },
  { value: 'active', label: 'Actif', hint: 'Vous travaillez déjà avec eux.' },
] as const satisfies readonly { value: ImportOptions['stage']; label: string; hint: string }[];

/** As kept with the import; the ids of the tags that applying it made are added, for the undo. */
export type KeptOptions = ImportOptions & { madeTagIds?: string[]; /** The person asked to see the columns. */ askColumns?: boolean };
export const noOptions: KeptOptions = { stage: 'prospect', officerId: null, tag: null };
