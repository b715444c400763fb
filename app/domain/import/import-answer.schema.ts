import { z } from '~/domain/zod';

/** A person's answer to a question of an import. */
export const answerSchema = z.object({
  importId: z.uuid(),
  position: z.coerce.number().int().min(0),
  field: z.string().max(40),
  chosen: z.coerce.number().int().min(0),
});
export type ImportAnswer = z.output<typeof answerSchema>;
