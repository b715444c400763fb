import { invalid } from '~/domain/errors';
import type { z } from '~/domain/zod';

/** Reads what a caller of the domain gives; the first field in fault is an `invalid` error, as on the form. */
export function readInput<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(issue?.path.join('.') || 'form', issue?.message ?? 'Cette saisie n’est pas lisible.');
}
