import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { agreementsOfPartner } from '~/domain/agreement/agreement.queries.server';
import { kindChoices, tagChoices } from '~/domain/partner/choices.queries.server';
import { getPartnerOverview } from '~/domain/partner/partner.queries.server';
import { kinOfPartner } from '~/domain/group/group-page.server';
import { nationalStateOn } from '~/domain/national-agreement/national-agreement';
import { nationalAgreementsOf } from '~/domain/national-agreement/national-agreements.queries.server';
import { phoneLink } from '~/domain/partner/phone-link';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { tasksOfPartner } from '~/domain/task/list-tasks.server';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { AgreementGlance } from '~/routes/staff/partners/record/agreement-glance';
import { EngagementCard } from '~/routes/staff/partners/record/engagement-card';
import { FamilyCard } from '~/routes/staff/partners/record/family-card';
import { FactsCard } from '~/routes/staff/partners/record/facts-card';
import { MainContactCard } from '~/routes/staff/partners/record/main-contact-card';
import { MovesCard } from '~/routes/staff/partners/record/moves-card';
import { NationalAgreementGlance } from '~/routes/staff/partners/record/national-agreement-glance';
import { PlaceCard } from '~/routes/staff/partners/record/place-card';
import { SortingCard } from '~/routes/staff/partners/record/sorting-card';
import { TasksCard } from '~/routes/staff/partners/record/tasks-card';
import { page } from '~/server/http.server';
import { Columns } from '~/ui/columns';
import type { loader as recordLoader } from './record';

export const loader = page('partner.read', async (ctx, { params }) => {
  const overview = await getPartnerOverview(ctx, params.partnerId);
  return {
    overview,
    phones: [overview.phone, ...overview.otherPhones].filter((phone) => phone !== null).map(phoneLink),
    tasks: actorMay(ctx.actor, 'task.read') ? await tasksOfPartner(ctx, knownId(params.partnerId)) : null,
    agreements: actorMay(ctx.actor, 'agreement.read') ? (await agreementsOfPartner(ctx, knownId(params.partnerId))).filter(({ state }) => state !== 'expired' && state !== 'ended').slice(0, 3) : [],
    national: actorMay(ctx.actor, 'nationalAgreement.read') ? (await nationalAgreementsOf(ctx, params.partnerId)).filter((one) => nationalStateOn(one, parisDay(ctx.now)) !== 'over') : [],
    kin: await kinOfPartner(ctx, params.partnerId),
    today: parisDay(ctx.now),
    sorting: actorMay(ctx.actor, 'partnership.sort') ? { tags: await tagChoices(ctx), kinds: await kindChoices(ctx) } : null,
  };
});

export default function PartnerOverview() {
  const { overview, phones, sorting, tasks, agreements, national, kin, today } = useLoaderData<typeof loader>();
  const record = useRouteLoaderData<typeof recordLoader>('routes/staff/partners/record');
  if (!record) return null;
  const { partner, mainPhone, permissions } = record;
  return (
    <Columns
      aside={
        <>
          {tasks && <TasksCard partnershipId={partner.partnershipId} tasks={tasks} today={today} mayWrite={permissions.some((permission) => permission === 'task.write')} />}
          {permissions.some((permission) => permission === 'contact.read') && <MainContactCard partner={partner} phone={mainPhone} />}
          <PlaceCard name={partner.name} commune={partner.commune} overview={overview} correctTo={permissions.some((permission) => permission === 'partner.edit') ? paths.partnerPosition(partner.partnershipId) : null} />
          <FamilyCard kin={kin} partnershipId={partner.partnershipId} mayEdit={permissions.some((permission) => permission === 'partner.edit')} />
          <AgreementGlance partnershipId={partner.partnershipId} agreements={agreements} today={today} />
          <NationalAgreementGlance agreements={national} />
          <SortingCard key={[...partner.themes.map(({ code }) => code), ...[...partner.tags, ...partner.otherKinds].map(({ id }) => id)].join()} action={paths.partner(partner.partnershipId)} partner={partner} choices={sorting} />
        </>
      }
    >
      <EngagementCard engagements={overview.engagements} to={paths.partnerEngagements(partner.partnershipId)} mayWrite={permissions.some((permission) => permission === 'engagement.write')} />
      <FactsCard overview={overview} phones={phones} />
      <MovesCard moves={overview.moves} />
    </Columns>
  );
}
