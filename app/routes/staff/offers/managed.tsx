import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { askedAfterDays, hiddenAfterDays, soonDays } from '~/domain/offer/freshness';
import { countedGroups, managedGroupOf, managedPageOf, managedPerPage, type ManagedGroup } from '~/domain/offer/managed-groups';
import { managedOffers } from '~/domain/offer/offer.queries.server';
import { pageNumber } from '~/domain/text/page-number';
import { paths } from '~/paths';
import { ManagedTable } from '~/routes/staff/offers/managed-table';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { Tabs } from '~/ui/tabs';

export const loader = page('offer.write', async (ctx, { url }) => {
  const group = managedGroupOf(url.searchParams.get('etat'));
  const number = pageNumber(url.searchParams);
  const { offers, counts } = await managedOffers(ctx, { ...managedPageOf(group), page: number });
  return {
    chosen: group.code,
    number,
    offers: offers.slice(0, managedPerPage),
    hasMore: offers.length > managedPerPage,
    groups: countedGroups(counts, group.code),
    mayImport: actorMay(ctx.actor, 'import.run'),
    now: ctx.now,
  };
});

export const meta: MetaFunction = () => [{ title: 'Nos offres – Maillage' }];

/** What is asked of whoever looks at a group of offers that want something. */
const wanted: Partial<Record<ManagedGroup['code'], string>> = {
  'a-confirmer': `Personne n’a dit depuis ${askedAfterDays} jours que ces offres sont toujours d’actualité. Ouvrez-en une, puis « Toujours d’actualité » ; à ${hiddenAfterDays} jours, elle n’est plus montrée.`,
  'bientot-closes': `Ces offres se ferment dans les ${soonDays} jours. Ouvrez-en une, puis « Autres actions » et « Prolonger ».`,
  'a-situer': 'Le service d’adresses n’a pas su placer ces offres, qui ont une adresse à elles. Ouvrez-en une, puis « Corriger la position ».',
};

export default function ManagedOffers() {
  const { offers, groups, chosen, number, hasMore, mayImport, now } = useLoaderData<typeof loader>();
  const total = groups.find(({ code }) => code === chosen)?.count ?? 0;
  const address = (page: number) => `${paths.offersManaged(chosen)}${page > 1 ? `&page=${page}` : ''}`;
  const wants = wanted[chosen];
  const from = (number - 1) * managedPerPage + 1;
  return (
    <Page title="Nos offres" breadcrumb={[{ label: 'Offres', to: paths.offers() }]} actions={
        <>
          {!wants && <LinkButton to={`${paths.offersExport()}?format=xlsx&etat=${chosen}`} reloadDocument icon="download">Exporter</LinkButton>}
          {mayImport && <LinkButton to={paths.offersImports()} icon="upload">Importer</LinkButton>}
          <LinkButton to={paths.offerNew()} variant="main" icon="add">Ajouter une offre</LinkButton>
        </>
      }>
      <Tabs label="Où elles en sont" items={groups.map(({ code, label, count }) => ({ to: paths.offersManaged(code), label, count, isCurrent: code === chosen }))} />
      {wants && total > 0 && <p className="muted mb-3">{wants}</p>}
      <Card flush>
        <ManagedTable key={`${chosen}${number}`} offers={offers} now={now} showsConfirmed={chosen === 'a-confirmer'} empty={<EmptyState icon="offer" title="Rien ici" text="Les offres de votre agence et de ses partenaires se rangent ici, selon où elles en sont." />} />
        {(number > 1 || hasMore) && <Pager from={from} to={from + offers.length - 1} total={total} nextTo={hasMore ? address(number + 1) : undefined} previousTo={number > 1 ? address(number - 1) : undefined} />}
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
