import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAgreementFilters, delays, type AgreementFilters } from '~/domain/agreement/agreement-filters';
import { agreementStateNames, agreementStates } from '~/domain/agreement/agreement.lifecycle';
import { agreementsPerPage, listAgreements } from '~/domain/agreement/agreements.queries.server';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { FilterChip, FilterChips } from '~/ui/filter-chip';
import { FilterMenu } from '~/ui/filter-menu';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { AgreementTable } from '~/routes/staff/agreements/agreement-table';

export const meta: MetaFunction = () => [{ title: 'Conventions · Maillage' }];

export const loader = page('agreement.read', async (ctx, { url }) => {
  const filters = readAgreementFilters(url.searchParams);
  return { ...(await listAgreements(ctx, filters)), filters, today: parisDay(ctx.now), perPage: agreementsPerPage };
});

/** The address of the page with these filters, and no word that says nothing. */
function addressOf({ state, withinDays, page: number }: Partial<AgreementFilters>) {
  const params = new URLSearchParams();
  if (state) params.set('etat', state);
  if (withinDays) params.set('fin', String(withinDays));
  if (number && number > 1) params.set('page', String(number));
  return params.size > 0 ? `${paths.agreements()}?${params}` : paths.agreements();
}

const inDays = (days: number) => `Dans ${days} jours au plus`;

export default function Agreements() {
  const { agreements, total, counts, ending, filters, today, perPage } = useLoaderData<typeof loader>();
  const { state, withinDays, page: number } = filters;
  const isFiltered = state !== null || withinDays !== null;
  const isNew = Object.keys(counts).length === 0;
  const from = (number - 1) * perPage + 1;
  return (
    <Page title="Conventions" meta={isNew ? [] : [`${frenchNumber(total)} ${total > 1 ? 'conventions' : 'convention'}`, ...(ending > 0 ? [`${frenchNumber(ending)} ${ending > 1 ? 'se terminent' : 'se termine'} dans les 60 jours`] : [])]}>
      {isNew ? (
        <Card>
          <EmptyState icon="document" title="Pas encore de convention" text="Ouvrez la fiche d’un partenaire, onglet Conventions, et notez celle que vous avez. Vous retrouverez ici celles qui arrivent à leur fin." action={<LinkButton to={paths.partners()} icon="partner">Voir les partenaires</LinkButton>} />
        </Card>
      ) : (
        <>
          <FilterBar key={`${state}${withinDays}`} action={paths.agreements()} label="Filtrer les conventions">
            <FilterMenu name="etat" label="Où en est-on" options={agreementStateNames.map((name) => ({ value: name, label: agreementStates[name].label, count: counts[name] ?? 0 }))} selected={state ? [state] : []} single />
            <FilterMenu name="fin" label="Fin proche" options={delays.map((days) => ({ value: String(days), label: inDays(days) }))} selected={withinDays ? [String(withinDays)] : []} single />
            <noscript><Button type="submit">Filtrer</Button></noscript>
          </FilterBar>
          {isFiltered && (
            <FilterChips clearTo={paths.agreements()}>
              {state !== null && <FilterChip label={agreementStates[state].label} removeTo={addressOf({ withinDays })} />}
              {withinDays !== null && <FilterChip label={`Fin : ${inDays(withinDays).toLowerCase()}`} removeTo={addressOf({ state })} />}
            </FilterChips>
          )}
          <Card flush><AgreementTable agreements={agreements} today={today} /></Card>
          {total > perPage && (
            <Pager from={from} to={from + agreements.length - 1} total={total} previousTo={number > 1 ? addressOf({ ...filters, page: number - 1 }) : undefined} nextTo={from + agreements.length - 1 < total ? addressOf({ ...filters, page: number + 1 }) : undefined} />
          )}
        </>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
