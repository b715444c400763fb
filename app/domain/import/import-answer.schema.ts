import { carriedNumber } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';

/** A person's answer to a question of an import. */
export const answerSchema = z.object({
  importId: z.uuid(),
  position: carriedNumber(),
  field: z.string().max(40),
  chosen: carriedNumber(),
});
export type ImportAnswer = z.output<typeof answerSchema>;
