import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useLocation } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { keptIds } from '~/domain/offer/kept/kept-offers.queries.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { offersWithFewerWords } from '~/domain/offer/list/offers-with-fewer-words.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { isOfferFiltered, withoutIdleOffer, writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import { tradeLabels } from '~/domain/rome/find-trades.server';
import { paths } from '~/paths';
import { BesideMap, placesOf } from '~/routes/staff/map/beside-map';
import { offersMap } from '~/routes/staff/map/list-maps';
import { MapSwitch } from '~/routes/staff/map/map-choice';
import { besideMap, fewerOffers, FewerOffers } from '~/routes/staff/offers/fewer-offers';
import { offersAddress } from '~/routes/staff/offers/offer-address';
import { OfferChips } from '~/routes/staff/offers/offer-chips';
import { offerColumns } from '~/routes/staff/offers/offer-columns';
import { offerOrders } from '~/routes/staff/offers/offer-orders';
import { OfferFilterForm } from '~/routes/staff/offers/offer-filter-form';
import { OfferSearchBar } from '~/routes/staff/offers/offer-search-bar';
import { KeepSearch } from '~/routes/staff/offers/keep-search';
import { selectionAddress } from '~/routes/staff/offers/selection/selection-address';
import { OffersSummary } from '~/routes/staff/offers/offers-summary';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable, headsOf } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { NarrowFold, NarrowFoldButton } from '~/ui/narrow-fold';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { SortChoice } from '~/ui/sort-choice';

export const loader = page('offer.read', async (ctx, { url }) => {
  const tidy = withoutIdleOffer(url.searchParams);
  if (tidy.size < url.searchParams.size) throw redirect(tidy.size > 0 ? `${paths.offers()}?${tidy}` : paths.offers());
  const { filters, notices } = readOfferFilters(url.searchParams);
  const [list, labels, { selection }] = await Promise.all([
    listOffers(ctx, { ...filters, apres: url.searchParams.get('apres'), avant: url.searchParams.get('avant') }),
    tradeLabels(ctx, filters.metier),
    keptIds(ctx),
  ]);
  const fewer = list.total === 0 && list.filters.q ? await offersWithFewerWords(ctx, list) : null;
  return {
    ...list,
    fewer: fewer && { ways: fewer.ways, rows: fewer.list.rows.slice(0, fewerShown), sort: fewer.list.sort, place: fewer.list.place },
    notices: [...notices, ...list.notices],
    trades: [...labels].map(([value, label]) => ({ value, label })),
    selected: selection.length,
    mayKeep: actorMay(ctx.actor, 'offer.keep'),
    mayWrite: actorMay(ctx.actor, 'offer.write'),
    mayNote: actorMay(ctx.actor, 'exchange.write'),
    now: ctx.now,
  };
});

/** Of the list with fewer words: enough to see whether it is the one meant. */
const fewerShown = 10;

export const meta: MetaFunction = () => [{ title: 'Offres – Maillage' }];

export default function Offers() {
  const { rows, total, from, next, previous, filters, place, sort, trades, selected, fewer, mayKeep, mayWrite, mayNote, now, ...told } = useLoaderData<typeof loader>();
  const key = writeOfferFilters(filters).toString();
  const here = useLocation();
  const hasMap = filters.vue !== '';
  const columns = offerColumns({ filters, sort, hasCircle: Boolean(place?.circle), now }).filter(({ key: column }) => !hasMap || besideMap.includes(column));
  return (
    <Page
      title="Offres"
      actions={
        <>
          <MapSwitch isOn={hasMap} listTo={offersAddress({ ...filters, vue: '' })} mapTo={offersAddress({ ...filters, vue: filters.vue || 'carte' })} />
          {(mayKeep || mayWrite) && <NarrowFoldButton opens="actions-des-offres" label="Plus d’actions" icon="more" iconOnly />}
          <NarrowFold id="actions-des-offres" label="Actions sur les offres">
            {mayKeep && <LinkButton to={paths.offerFavourites()} icon="star">Favoris</LinkButton>}
            {mayKeep && <LinkButton to={selectionAddress(filters)} icon="columns">Ma sélection{selected > 0 && ` (${selected})`}</LinkButton>}
            {mayWrite && <LinkButton to={paths.offersManaged()} icon="list">Nos offres</LinkButton>}
          </NarrowFold>
          {mayWrite && <LinkButton to={paths.offerNew()} variant="main" icon="add">Ajouter<span className="max-[35em]:hidden">{' '}une offre</span></LinkButton>}
        </>
      }
    >
      <OfferSearchBar key={`q${key}`} filters={filters} />
      <OfferFilterForm key={key} filters={filters} place={place} trades={trades} />
      <div className="flex flex-wrap items-start gap-x-2">
        <OfferChips filters={filters} place={place} trades={trades} />
        {mayKeep && isOfferFiltered(filters) && <div className="mb-3"><KeepSearch key={`k${key}`} filters={filters} suggested={[filters.q, place?.name].filter(Boolean).join(', ') || 'Ma recherche'} /></div>}
      </div>
      <OffersSummary {...{ total, sort, filters, place }} {...told} fewer={fewer ? fewerOffers(fewer.ways) : null} />
      {total > 1 && <SortChoice orders={offerOrders({ filters, sort, hasCircle: Boolean(place?.circle), heads: headsOf(columns) })} />}
      {mayKeep && <Form method="post" id="choix" action={selectionAddress(filters)} preventScrollReset><input type="hidden" name="retour" value={`${here.pathname}${here.search}`} /></Form>}
      <BesideMap map={hasMap ? (fewer ? offersMap(fewer.ways[0]!.filters, fewer.place, mayNote) : offersMap(filters, place, mayNote)) : null} places={placesOf(fewer?.rows ?? rows)}>
        <Card flush>
          <DataTable
            key={rows.map(({ id }) => id).join()}
            caption="Offres"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            rowTo={({ id }) => paths.offer(id)}
            selection={mayKeep && rows.length > 0 ? { name: 'offre', form: 'choix', actions: <Button type="submit" form="choix" name="intent" value="ajouter" size="small" icon="columns">Ajouter à ma sélection</Button> } : undefined}
            empty={
              fewer ? (
                <FewerOffers {...fewer} hasMap={hasMap} now={now} />
              ) : isOfferFiltered(filters) ? (
                <EmptyState icon="search" title="Aucune offre ne correspond" text="Élargissez le trajet, enlevez un filtre, ou cherchez un métier voisin." action={<LinkButton to={paths.offers()}>Voir toutes les offres</LinkButton>} />
              ) : (
                <EmptyState icon="offer" title="Pas encore d’offre" text="Une offre d’un partenaire, un atelier de votre agence : écrivez-la, publiez-la, vos collègues la trouvent." action={mayWrite && <LinkButton to={paths.offerNew()} variant="main" icon="add">Ajouter une offre</LinkButton>} />
              )
            }
          />
          {(next || previous) && (
            <Pager from={from} to={from + rows.length - 1} total={total} nextTo={next ? offersAddress({ ...filters, tri: sort }, { apres: next }) : undefined} previousTo={previous ? offersAddress({ ...filters, tri: sort }, { avant: previous }) : undefined} />
          )}
        </Card>
      </BesideMap>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
