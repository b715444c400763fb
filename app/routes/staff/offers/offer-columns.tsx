import type { OfferList } from '~/domain/offer/list/list-offers.server';
import type { OfferRow } from '~/domain/offer/list/page-of-offers.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { tripMinutes } from '~/domain/offer/list/travel';
import { isEditedHere, offerOrigins } from '~/domain/offer/offer-origin';
import { freshness } from '~/domain/offer/freshness';
import { offerKinds } from '~/domain/offer/offer-kinds';
import { contracts, workingTimes } from '~/domain/offer/vocabulary/work';
import { shortDayOf } from '~/domain/text/french-date';
import { seatsLeft } from '~/routes/staff/offers/sessions/session-words';
import { Chip, Chips } from '~/ui/chip';
import type { Column } from '~/ui/data-table';
import { frenchDistance } from '~/ui/french-distance';
import { offersAddress } from './offer-address';

type Shown = { filters: OfferFilters; sort: OfferList['sort']; hasCircle: boolean; now: Date };

const said = (day: string) => shortDayOf(new Date(`${day}T12:00:00Z`));

/** The columns of the list of offers. */
export function offerColumns({ filters, sort, hasCircle, now }: Shown): Column<OfferRow>[] {
  const sortTo = (tri: OfferList['sort'], direction: 'asc' | 'desc') => ({ to: offersAddress({ ...filters, tri }), direction: sort === tri ? direction : undefined });
  return [
    { key: 'title', header: 'Offre', isRowHeader: true, cell: ({ title }) => title, detail: ({ holder, commune, isOurs }) => [holder, commune, isOurs ? null : 'autre agence'].filter(Boolean).join(' · ') },
    {
      key: 'kind',
      header: 'Sorte',
      cell: ({ kind, confirmedAt, origin }) => (
        <Chips>
          <Chip tone="theme">{offerKinds[kind].label}</Chip>
          {!isEditedHere({ origin }) && <Chip>{offerOrigins[origin].label}</Chip>}
          {isEditedHere({ origin }) && freshness(confirmedAt, now) === 'doubtful' && <Chip tone="wait">à confirmer</Chip>}
        </Chips>
      ),
    },
    {
      key: 'terms',
      header: 'Conditions',
      cell: ({ contract, workingTime, cost }) => [contract && (contracts[contract as keyof typeof contracts] ?? contract), workingTime && workingTimes[workingTime as keyof typeof workingTimes]?.toLowerCase(), cost === 'gratuit' && 'gratuit'].filter(Boolean).join(', '),
    },
    ...(hasCircle
      ? [{ key: 'way', header: filters.moyen && filters.minutes ? 'Trajet estimé' : 'Distance', nowrap: true, sort: sortTo('distance', 'asc'), cell: ({ metres, receptionModes }: OfferRow) => (metres === null ? (receptionModes.includes('a-distance') ? 'à distance' : '') : way(metres, filters)) } satisfies Column<OfferRow>]
      : []),
    { key: 'start', header: 'Commence', nowrap: true, sort: sortTo('debut', 'asc'), cell: ({ startsOn, nextSession }) => (nextSession ? said(nextSession.from.slice(0, 10)) : startsOn ? said(startsOn) : ''), detail: ({ nextSession }) => nextSession && seatsLeft(nextSession) },
    { key: 'close', header: 'Date limite', nowrap: true, cell: ({ closesOn }) => (closesOn ? said(closesOn) : '') },
    { key: 'published', header: 'Publiée', nowrap: true, sort: sortTo('date', 'desc'), cell: ({ publishedAt }) => shortDayOf(publishedAt) },
  ];
}

/** Minutes by the means chosen, else kilometres. */
function way(metres: number, { moyen, minutes }: OfferFilters): string {
  if (moyen && minutes) return `${tripMinutes(metres, moyen)} min`;
  return frenchDistance(metres);
}
