import { useActionData, useNavigation } from '@remix-run/react';
import type { Failure } from '~/server/http.server';

/** What the last submit of this page's form could not do: errors by field, the sentence that belongs to none, and what was typed. */
export function useFailure(intent?: string) {
  const answer = useActionData<Failure>();
  const failure = answer?.ok === false && (intent === undefined || answer.intent === intent) ? answer : undefined;
  const { form: formError, ...errors } = failure?.errors ?? {};
  const typed = (name: string, before = '') => {
    const value = failure?.values[name];
    return typeof value === 'string' ? value : before;
  };
  return { errors, formError, typed, failure };
}

/** Is this form (or the one of this intent) on its way? */
export function useSending(intent?: string): boolean {
  const { state, formData } = useNavigation();
  return state !== 'idle' && formData !== undefined && (intent === undefined || formData.get('intent') === intent);
}
