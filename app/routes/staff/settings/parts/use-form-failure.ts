import { useFailure } from '~/routes/public/use-failure';

/** As `useFailure`, for a form that can also be refused because somebody else was quicker: that one has its own notice. */
export function useFormFailure(intent: string) {
  const { errors, formError, typed, failure } = useFailure(intent);
  return { errors, formError: failure?.stale ? undefined : formError, typed, failure };
}
