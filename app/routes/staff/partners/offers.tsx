import { useLoaderData } from '@remix-run/react';
import { offersOfPartner } from '~/domain/offer/offer.queries.server';
import { partnershipOf } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { ManagedTable } from '~/routes/staff/offers/managed-table';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

export const loader = page('offer.write', async (ctx, { params }) => {
  const { id, stage } = await partnershipOf(ctx, params.partnerId);
  return { partnershipId: id, offers: await offersOfPartner(ctx, id), isArchived: stage === 'archived', now: ctx.now };
});

export default function PartnerOffers() {
  const { partnershipId, offers, isArchived, now } = useLoaderData<typeof loader>();
  const add = !isArchived && <LinkButton to={paths.offerNew(partnershipId)} variant="main" icon="add">Ajouter une offre</LinkButton>;
  return (
    <Card title="Offres de ce partenaire" action={offers.length > 0 && add} flush>
      <ManagedTable offers={offers} now={now} hidesHolder empty={<EmptyState icon="offer" title="Pas encore d’offre" text="Un emploi, une immersion, un stage, un service : notez ce que ce partenaire propose, publiez-le, on le trouve." action={add} />} />
    </Card>
  );
}
