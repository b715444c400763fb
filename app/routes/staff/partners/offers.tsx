import { useLoaderData } from '@remix-run/react';
import { managedPerPage } from '~/domain/offer/managed-groups';
import { offersOfPartner } from '~/domain/offer/offers-of-partner.server';
import { partnershipOf } from '~/domain/partnership/partnership-of.server';
import { pageNumber } from '~/domain/text/page-number';
import { paths } from '~/paths';
import { ManagedTable } from '~/routes/staff/offers/managed-table';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Pager } from '~/ui/pager';
import { Tabs } from '~/ui/tabs';

export const loader = page('offer.write', async (ctx, { params, url }) => {
  const { id, stage } = await partnershipOf(ctx, params.partnerId);
  const group = url.searchParams.get('etat');
  const number = pageNumber(url.searchParams);
  return { partnershipId: id, number, ...(await offersOfPartner(ctx, { partnershipId: id, group, page: number })), isArchived: stage === 'archived', now: ctx.now };
});

export default function PartnerOffers() {
  const along = useAlong();
  const { partnershipId, offers, groups, chosen, number, hasMore, isArchived, now } = useLoaderData<typeof loader>();
  const add = !isArchived && <LinkButton to={paths.offerNew(partnershipId)} variant="main" icon="add">Ajouter une offre</LinkButton>;
  const total = groups.find(({ code }) => code === chosen)?.count ?? 0;
  const address = (page: number) => along(`${paths.partnerOffers(partnershipId, chosen)}${page > 1 ? `&page=${page}` : ''}`);
  const from = (number - 1) * managedPerPage + 1;
  if (groups.every(({ count }) => count === 0)) {
    return <Card title="Offres de ce partenaire" flush><EmptyState icon="offer" title="Pas encore d’offre" text="Un emploi, une immersion, un stage, un service : notez ce que ce partenaire propose, publiez-le, on le trouve." action={add} /></Card>;
  }
  return (
    <>
      <Tabs label="Où elles en sont" items={groups.map(({ code, label, count }) => ({ to: along(paths.partnerOffers(partnershipId, code)), label, count, isCurrent: code === chosen }))} />
      <Card title="Offres de ce partenaire" action={add} flush>
        <ManagedTable key={`${chosen}${number}`} offers={offers} now={now} hidesHolder showsConfirmed={chosen === 'a-confirmer'} empty={<EmptyState icon="offer" title="Rien ici" text="Les autres offres de ce partenaire sont dans les onglets voisins." />} />
        {(number > 1 || hasMore) && <Pager from={from} to={from + offers.length - 1} total={total} nextTo={hasMore ? address(number + 1) : undefined} previousTo={number > 1 ? address(number - 1) : undefined} />}
      </Card>
    </>
  );
}
