import { mergeChoicesSchema } from '~/domain/merge/merge-choices.schema';
import { z } from '~/domain/zod';

/** As the screen sends it: the choices of any merge, and a box ticked for two open establishments. */
export const networkMergeSchema = z.intersection(mergeChoicesSchema, z.object({ confirmation: z.string().optional().transform((value) => value === 'oui') }));
