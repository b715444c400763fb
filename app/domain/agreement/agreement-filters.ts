import { pageNumber } from '~/domain/text/page-number';
import { agreementStateNames, type AgreementState } from './agreement.lifecycle';

/** The delays that one asks for, in days. */
export const delays = [30, 60, 90, 180, 365] as const;

export type AgreementFilters = { state: AgreementState | null; /** Those that end at most so many days from now, and run. */ withinDays: number | null; page: number };

/** The filters of the page of agreements, from its address; what is unknown counts as not asked. */
export function readAgreementFilters(params: URLSearchParams): AgreementFilters {
  const [state, within] = [params.get('etat'), Number(params.get('fin'))];
  return {
    state: agreementStateNames.find((name) => name === state) ?? null,
    withinDays: delays.find((delay) => delay === within) ?? null,
    page: pageNumber(params),
  };
}
