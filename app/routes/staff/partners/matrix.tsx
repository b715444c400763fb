import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { isFiltered, writeFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { matrixOfPartners } from '~/domain/partner/list/matrix-of-partners.server';
import { paths } from '~/paths';
import { ActiveFilters } from '~/routes/staff/partners/list/active-filters';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import { NoPartnerYet } from '~/routes/staff/partners/list/no-partner';
import { PartnerFilterForm } from '~/routes/staff/partners/list/partner-filters';
import { MatrixTable } from '~/routes/staff/partners/matrix/matrix-table';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';

export const loader = page('partner.read', async (ctx, { url }) => {
  const { filters } = readFilters(url.searchParams);
  const matrix = await matrixOfPartners(ctx, { ...filters, apres: url.searchParams.get('apres'), avant: url.searchParams.get('avant') });
  const { rows, ...list } = matrix.list;
  return {
    ...matrix,
    list: { ...list, rows: rows.map(({ id, name, agency, commune, departementCode }) => ({ id, name, agency, commune, departementCode })) },
    isRegion: ctx.actor.missionLocaleId === null,
    may: { export: actorMay(ctx.actor, 'partner.export'), import: actorMay(ctx.actor, 'import.run'), add: actorMay(ctx.actor, 'partner.create') },
  };
});

export const meta: MetaFunction = () => [{ title: 'Matrice des engagements – Maillage' }];

export default function PartnersMatrix() {
  const { list, forms, cells, totals, isRegion, may } = useLoaderData<typeof loader>();
  const { rows, total, from, next, previous, filters, values, place, sort } = list;
  const here = paths.partnersMatrix();
  const address = (page: { apres?: string; avant?: string } = {}) => listAddress({ ...filters, tri: sort }, page, here);
  return (
    <Page
      title="Matrice des engagements"
      breadcrumb={[{ label: 'Partenaires', to: listAddress(filters) }]}
      actions={
        <>
          <LinkButton to={listAddress(filters)} icon="list">Liste</LinkButton>
          {may.export && total > 0 && <LinkButton to={`${paths.partnersMatrixExport()}?${new URLSearchParams([['format', 'csv'], ...writeFilters(filters)])}`} reloadDocument icon="download">Exporter en CSV</LinkButton>}
        </>
      }
    >
      <PartnerFilterForm filters={filters} values={values} place={place} action={here} />
      <ActiveFilters filters={filters} values={values} place={place} path={here} />
      <Card flush>
        {total === 0 && !isFiltered(filters) ? (
          <NoPartnerYet mayImport={may.import} mayAdd={may.add} />
        ) : total === 0 ? (
          <EmptyState icon="search" title="Aucun partenaire ne correspond" text="Reprenez avec moins de filtres." action={<LinkButton to={here}>Voir tous les partenaires</LinkButton>} />
        ) : (
          <MatrixTable {...{ rows, forms, cells, totals, total, isRegion }} list={writeFilters({ ...filters, tri: sort }).toString()} />
        )}
        {(next || previous) && <Pager from={from} to={from + rows.length - 1} total={total} nextTo={next ? address({ apres: next }) : undefined} previousTo={previous ? address({ avant: previous }) : undefined} />}
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
