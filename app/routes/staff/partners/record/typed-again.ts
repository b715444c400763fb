import type { Failure } from '~/server/http.server';

/** What was typed in a form that was refused, else what is known. */
export const typedAgain = (failure: Failure | undefined, known: Record<string, string | null | undefined> = {}) => (name: string) => {
  const typed = failure?.values[name];
  return typeof typed === 'string' ? typed : failure ? '' : (known[name] ?? '');
};

/** Was this form, among those of the page, the one refused? */
export const failureOf = (failure: Failure | undefined, intent: string, field?: string, value?: string) =>
  failure?.intent === intent && (!field || failure.values[field] === value) ? failure : undefined;

/** The errors under the names that the fields have on a page with several forms. */
export const prefixed = (prefix: string, errors: Record<string, string>) => Object.fromEntries(Object.entries(errors).filter(([field]) => field !== 'form').map(([field, sentence]) => [`${prefix}-${field}`, sentence]));
