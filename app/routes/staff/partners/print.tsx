import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { agreementsOfPartner } from '~/domain/agreement/agreement.queries.server';
import { listContacts } from '~/domain/contact/contact.queries.server';
import { partnerTimeline } from '~/domain/exchange/partner-timeline.server';
import { nationalStateOn } from '~/domain/national-agreement/national-agreement';
import { nationalAgreementsOf } from '~/domain/national-agreement/national-agreements.queries.server';
import { formatSiret } from '~/domain/organisation/siret';
import { notFound } from '~/domain/errors';
import { headcountLabel } from '~/domain/partner/headcount';
import { getPartner, getPartnerOverview } from '~/domain/partner/partner.queries.server';
import { phoneLink } from '~/domain/partner/phone-link';
import { patronageOfPartner } from '~/domain/patronage/patronage.queries.server';
import { parisDay } from '~/domain/text/paris-day';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { AgreementLines, ContactLines, EngagementLines, ExchangeLines, GiftLines, OrganisationLines } from '~/routes/staff/partners/print/parts';
import { PrintButton } from '~/routes/staff/partners/print/print-button';
import { page } from '~/server/http.server';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

/** Exchanges that fit on the page of a visit. */
const lastOnes = 5;

export const loader = page('contact.read', async (ctx, { params }) => {
  const partner = await getPartner(ctx, params.partnerId);
  if (!partner.isOurs) throw notFound('Ce partenaire n’existe pas, ou plus.');
  const id = partner.partnershipId;
  const overview = await getPartnerOverview(ctx, id);
  const contacts = (await listContacts(ctx, id)).filter(({ leftAt }) => !leftAt);
  const { pinned, items } = await partnerTimeline(ctx, id, { kind: null, personId: null, words: [] }, null);
  const exchanges = [...pinned, ...items.flatMap((item) => (item.type === 'exchange' && !pinned.some((one) => one.id === item.id) ? [item] : []))].slice(0, lastOnes);
  const { gifts } = await patronageOfPartner(ctx, id);
  return {
    partner,
    siret: partner.siret && formatSiret(partner.siret),
    size: partner.headcountBand && headcountLabel(partner.headcountBand),
    overview,
    phones: [overview.phone, ...overview.otherPhones].filter((phone) => phone !== null).map((phone) => phoneLink(phone).text),
    contacts: contacts.map((contact) => ({ ...contact, phone: contact.phone && phoneLink(contact.phone).text })),
    exchanges,
    agreements: (await agreementsOfPartner(ctx, id)).filter(({ state }) => state !== 'ended' && state !== 'expired'),
    national: (await nationalAgreementsOf(ctx, id)).filter((one) => nationalStateOn(one, parisDay(ctx.now)) === 'inForce'),
    gifts: gifts.slice(0, lastOnes),
    now: ctx.now,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.partner.name ?? 'Partenaire'}, pour une visite · Maillage` }];

export default function PrintPartner() {
  const { partner, siret, size, overview, phones, contacts, exchanges, agreements, national, gifts, now } = useLoaderData<typeof loader>();
  return (
    <Page
      title={partner.name}
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: partner.name, to: paths.partner(partner.partnershipId) }]}
      meta={[`Pour une visite, le ${dayOf(now)}`, siret && `SIRET ${siret}`].filter(Boolean)}
      actions={<><PrintButton isMain /><LinkButton to={paths.partner(partner.partnershipId)}>Revenir à la fiche</LinkButton></>}
    >
      <div className="visit-page">
        <OrganisationLines {...{ partner, size, overview, phones }} />
        <ContactLines contacts={contacts} />
        <EngagementLines engagements={overview.engagements} />
        <ExchangeLines exchanges={exchanges} />
        <AgreementLines agreements={agreements} national={national} />
        <GiftLines gifts={gifts} />
        <section className="visit-notes"><h2>Pendant la visite</h2></section>
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
