import { z } from '~/domain/zod';
import type { FormText } from './edit-form';
import { readFacts, typedFacts } from './partner.schema';
import { choice, line } from './typed-text';

/** The values of the edit form, read. */
export const editedSchema = typedFacts
  .extend({ kindId: choice(), otherKindIds: line(4000), siteId: choice(), externalId: line(100) })
  .transform((typed, issues) => ({ ...typed, ...readFacts(typed, issues) }));

const jsonText = z.string().transform((text, issues): FormText => {
  try {
    const read = z.record(z.string(), z.string()).safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch {
    // Said below, as for JSON of another shape.
  }
  issues.addIssue({ code: 'custom', message: 'Ce formulaire est incomplet. Rechargez la page.' });
  return z.NEVER;
});

/**
 * As the form sends it: the controls, what they showed when the page was opened (`base`), and the choices on what two people
 * changed (`keep.<field>`). Every field in fault gets its sentence.
 */
export const editFormSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((sent, issues) => {
  const base = jsonText.safeParse(sent.base);
  const typed: FormText = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort().join(' ') : value]));
  if (base.success) {
    // Without script the commune's code is not sent: an untouched name keeps it.
    if (sent.communeCode === undefined) typed.communeCode = typed.commune === base.data.commune ? (base.data.communeCode ?? '') : '';
    // An empty set of boxes sends nothing.
    typed.otherKindIds ??= '';
    typed.hasYouthLabel ??= '';
  }
  const read = editedSchema.safeParse(typed);
  for (const { path, message } of [...(base.error?.issues ?? []), ...(read.error?.issues ?? [])]) issues.addIssue({ code: 'custom', path: [...path], message });
  const keep = Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (name.startsWith('keep.') ? [[name.slice(5), value]] : [])));
  return base.success && read.success ? { typed, base: base.data, keep } : z.NEVER;
});
