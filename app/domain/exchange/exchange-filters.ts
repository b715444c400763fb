import { foldedWords } from '~/domain/text/fold';
import { isUuid } from '~/domain/text/uuid';
import { kindOfSlug, type ExchangeKind } from './exchange-kinds';

/** The periods that one asks for, in days back from now. */
export const periods = { 30: 'Depuis 30 jours', 90: 'Depuis 3 mois', 365: 'Depuis un an' } as const;
type Period = keyof typeof periods;

export type ExchangeFilters = { words: string[]; kind: ExchangeKind | null; authorId: string | null; days: Period | null };

/** The filters of the page of exchanges: `?mots=…&type=appel&par=…&depuis=90`. What is not understood filters nothing. */
export function readExchangeFilters(params: URLSearchParams): ExchangeFilters {
  const author = params.get('par') ?? '';
  const days = Number(params.get('depuis')) as Period;
  return {
    words: foldedWords((params.get('mots') ?? '').slice(0, 200)).slice(0, 8),
    kind: kindOfSlug(params.get('type')),
    authorId: isUuid(author) ? author : null,
    days: days in periods ? days : null,
  };
}

export const areExchangesFiltered = ({ words, kind, authorId, days }: ExchangeFilters): boolean => words.length > 0 || kind !== null || authorId !== null || days !== null;
