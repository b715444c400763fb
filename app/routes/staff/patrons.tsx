import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { patronageKinds, patronageKindNames } from '~/domain/patronage/patronage';
import { patronsPerPage, readPatronFilters, type PatronFilters } from '~/domain/patronage/patron-filters';
import { listPatrons } from '~/domain/patronage/patrons.queries.server';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { FilterChip, FilterChips } from '~/ui/filter-chip';
import { FilterMenu } from '~/ui/filter-menu';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { PatronTable } from '~/routes/staff/patrons/patron-table';
import { RenewalTable } from '~/routes/staff/patrons/renewal-table';
import { AllYears } from '~/routes/staff/patrons/all-years';

export const meta: MetaFunction = () => [{ title: 'Mécènes · Maillage' }];

export const loader = page('patronage.read', async (ctx, { url }) => {
  const filters = readPatronFilters(url.searchParams);
  return { ...(await listPatrons(ctx, filters)), filters, today: parisDay(ctx.now), mayExport: actorMay(ctx.actor, 'patronage.export'), perPage: patronsPerPage };
});

/** The address of the page with these filters, and no word that says nothing. */
function addressOf({ year, kind, page: number }: Partial<PatronFilters>, path: string = paths.patrons()) {
  const params = new URLSearchParams();
  if (year) params.set('annee', String(year));
  if (kind) params.set('nature', kind);
  if (number && number > 1) params.set('page', String(number));
  return params.size > 0 ? `${path}?${params}` : path;
}

export default function Patrons() {
  const { patrons, total, years, renewals, filters, today, mayExport, perPage } = useLoaderData<typeof loader>();
  const { year, kind, page: number } = filters;
  const isFiltered = year !== null || kind !== null;
  const from = (number - 1) * perPage + 1;
  const isNew = years.length === 0 && !isFiltered;
  return (
    <Page
      title="Mécènes"
      meta={isNew ? [] : [`${frenchNumber(total)} ${total > 1 ? 'partenaires donnent' : 'partenaire donne'} argent, matériel ou compétences`]}
      actions={mayExport && !isNew && <LinkButton to={addressOf({ year, kind }, paths.patronsExport())} icon="download" reloadDocument>Exporter</LinkButton>}
    >
      {isNew ? (
        <Card>
          <EmptyState icon="patronage" title="Pas encore de mécène" text="Ouvrez la fiche d’un partenaire, onglet Mécénat, et notez ce qu’il donne ou promet. Vous retrouverez ici les totaux et les dons à reproposer." action={<LinkButton to={paths.partners()} icon="partner">Voir les partenaires</LinkButton>} />
        </Card>
      ) : (
        <Columns aside={<Card title="Par année"><AllYears years={years} chosen={year} to={(one) => addressOf({ year: one, kind })} /></Card>}>
          <FilterBar key={`${year}${kind}`} action={paths.patrons()} label="Filtrer les mécènes">
            <FilterMenu name="annee" label="Année" options={years.map((one) => ({ value: String(one.year), label: String(one.year), count: one.patrons }))} selected={year ? [String(year)] : []} single />
            <FilterMenu name="nature" label="Nature" options={patronageKindNames.map((name) => ({ value: name, label: patronageKinds[name].label }))} selected={kind ? [kind] : []} single />
            <noscript><Button type="submit">Filtrer</Button></noscript>
          </FilterBar>
          {isFiltered && (
            <FilterChips clearTo={paths.patrons()}>
              {year !== null && <FilterChip label={`Année : ${year}`} removeTo={addressOf({ kind })} />}
              {kind !== null && <FilterChip label={`Nature : ${patronageKinds[kind].label}`} removeTo={addressOf({ year })} />}
            </FilterChips>
          )}
          {renewals.length > 0 && !isFiltered && <Card title="À reproposer bientôt" flush><RenewalTable renewals={renewals} today={today} /></Card>}
          <Card title={year ? `Ce qui est donné en ${year}` : 'Qui donne'} flush>
            <PatronTable patrons={patrons} />
          </Card>
          {total > perPage && (
            <Pager from={from} to={from + patrons.length - 1} total={total} previousTo={number > 1 ? addressOf({ ...filters, page: number - 1 }) : undefined} nextTo={from + patrons.length - 1 < total ? addressOf({ ...filters, page: number + 1 }) : undefined} />
          )}
        </Columns>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
