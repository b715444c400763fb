import { freshness, soonDays } from '~/domain/offer/freshness';
import { isEditedHere, offerOrigins } from '~/domain/offer/offer-origin';
import { offerKinds } from '~/domain/offer/offer-kinds';
import { offerStates } from '~/domain/offer/offer.lifecycle';
import type { ManagedOffer } from '~/domain/offer/offer.queries.server';
import { shortDayOf } from '~/domain/text/french-date';
import { daysBetween, parisDay } from '~/domain/text/paris-day';
import { seatsLeft } from '~/routes/staff/offers/sessions/session-words';
import { paths } from '~/paths';
import { Chip, Chips } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import type { ReactNode } from 'react';

type ManagedTableProps = { offers: readonly ManagedOffer[]; now: Date; /** On the partner's own record its name would be said in each line. */ hidesHolder?: boolean; /** Where they wait for a word: since when nobody gave it, in place of when they were changed. */ showsConfirmed?: boolean; empty: ReactNode };

const said = (day: string | null) => (day ? shortDayOf(new Date(`${day}T12:00:00Z`)) : '');

const closesSoon = (closesOn: string | null, now: Date) => closesOn !== null && daysBetween(parisDay(now), closesOn) <= soonDays;

/** Offers of the agency with where they stand. */
export function ManagedTable({ offers, now, hidesHolder = false, showsConfirmed = false, empty }: ManagedTableProps) {
  return (
    <DataTable
      caption="Offres de l’agence"
      rows={offers}
      rowKey={({ id }) => id}
      rowName={({ title }) => title}
      rowTo={({ id }) => paths.offer(id)}
      empty={empty}
      columns={[
        { key: 'title', header: 'Offre', isRowHeader: true, cell: ({ title }) => title, detail: ({ holder, kind, spread }) => [!hidesHolder && holder, offerKinds[kind].label, spread && `${spread.places}\u00a0lieux${spread.commune ? `, ici ${spread.commune}` : ''}`].filter(Boolean).join(' · ') },
        {
          key: 'state',
          header: 'Où en est-elle',
          cell: ({ state, origin, confirmedAt, closesOn }) => (
            <Chips>
              <Chip tone={offerStates[state].tone}>{offerStates[state].label}</Chip>
              {!isEditedHere({ origin }) && <Chip>{offerOrigins[origin].label}</Chip>}
              {state === 'published' && isEditedHere({ origin }) && confirmedAt && freshness(confirmedAt, now) !== 'fresh' && <Chip tone="wait">{freshness(confirmedAt, now) === 'hidden' ? 'plus montrée' : 'à confirmer'}</Chip>}
              {state === 'published' && closesSoon(closesOn, now) && <Chip tone="wait">se ferme bientôt</Chip>}
            </Chips>
          ),
        },
        { key: 'start', header: 'Commence', nowrap: true, cell: ({ startsOn, nextSession }) => (nextSession ? said(nextSession.from.slice(0, 10)) : said(startsOn)), detail: ({ nextSession }) => nextSession && seatsLeft(nextSession) },
        { key: 'close', header: 'Date limite', nowrap: true, cell: ({ closesOn }) => said(closesOn) },
        { key: 'places', header: 'Places', align: 'end', cell: ({ places }) => places ?? '' },
        showsConfirmed
          ? { key: 'confirmed', header: 'Confirmée', nowrap: true, cell: ({ confirmedAt }) => confirmedAt && shortDayOf(confirmedAt) }
          : { key: 'updated', header: 'Modifiée', nowrap: true, cell: ({ updatedAt }) => shortDayOf(updatedAt) },
      ]}
    />
  );
}
