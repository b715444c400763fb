import type { z } from '~/domain/zod';

/** What a person typed, given back with the form when something is wrong. Passwords never are. */
export type FormValues = Record<string, string | string[]>;

/** The typed fields of a form, its files left out. */
export const readForm = (form: FormData): FormValues => valuesOf([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));

/** Form fields as a plain object: a field that occurs several times, or whose name ends in `[]`, is a list. */
export function valuesOf(fields: Iterable<readonly [name: string, value: string]>): FormValues {
  const values: FormValues = {};
  for (const [name, value] of fields) {
    const key = name.replace(/\[\]$/, '');
    const before = values[key];
    if (name.endsWith('[]')) values[key] = [...(Array.isArray(before) ? before : []), value];
    else values[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return values;
}

export const withoutSecrets = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password|motDePasse|^(?:code|recoveryCode|totp)/i.test(name)));

/** First sentence of each field in fault; `form` for what belongs to none. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form';
    errors[field] ??= issue.message;
  }
  return errors;
}
