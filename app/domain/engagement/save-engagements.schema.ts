import { z } from '~/domain/zod';
import { engagementTextSchema } from './engagement.schema';
import { readBase, sameRow, textOf, typedMatrix, unsaid, type EngagementText } from './matrix-form';

/** A row that says nothing. */
const isEmpty = (row: EngagementText) => sameRow(row, unsaid);

/** The form of the matrix: rows as text, checked where they were changed; an error names its control. */
export const saveEngagementsSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((values, issues) => {
  const typed = typedMatrix(values);
  const base = readBase(values.base);
  if (!base) issues.addIssue({ code: 'custom', path: ['form'], message: 'Cette page a été ouverte il y a trop longtemps. Rechargez-la, puis recommencez.' });
  const keep = Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith('keep.') ? [[name.slice(5), String(value)]] : [])));
  for (const [id, row] of Object.entries(typed)) {
    if (isEmpty(row) || keep[id] === 'theirs' || sameRow(row, base?.[id] ?? unsaid)) continue;
    const read = engagementTextSchema.safeParse(row);
    for (const issue of read.error?.issues ?? []) issues.addIssue({ code: 'custom', path: [`${String(issue.path[0])}.${id}`], message: issue.message });
  }
  const saidBy = textOf(values.saidBy);
  if (saidBy.length > 200) issues.addIssue({ code: 'custom', path: ['saidBy'], message: 'Ce texte est trop long : 200 caractères au plus.' });
  const saidOn = textOf(values.saidOn);
  if (saidOn !== '' && !z.iso.date().safeParse(saidOn).success) issues.addIssue({ code: 'custom', path: ['saidOn'], message: 'Cette date n’existe pas.' });
  return { typed, base: base ?? {}, keep, saidBy: saidBy || null, saidOn: saidOn || null };
});
export type TypedMatrix = z.output<typeof saveEngagementsSchema>;
