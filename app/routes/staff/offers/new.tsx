import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { addOffer } from '~/domain/offer/add-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { offerFormSchema, type OfferForm as SentForm } from '~/domain/offer/offer-form';
import { offerKindOf } from '~/domain/offer/offer-kinds';
import { holderOfForm, offerOfForm } from '~/domain/offer/read-offer-form.server';
import { partnerName } from '~/domain/partner/partner-name.server';
import type { Ctx } from '~/access/context';
import { paths } from '~/paths';
import { OfferForm } from '~/routes/staff/offers/offer-form';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Page } from '~/ui/page';

export const loader = page('offer.write', async (ctx, { url }) => {
  const partnerId = url.searchParams.get('partenaire');
  const partner = partnerId ? await partnerName(ctx, partnerId) : null;
  return {
    start: { kind: offerKindOf(url.searchParams.get('sorte') ?? '') ?? (partner ? 'job' : 'workshop'), partnershipId: partner?.partnershipId ?? '', partnershipText: partner?.name ?? '', audience: 'agency' },
    agency: ctx.actor.placeName,
    mayPublish: actorMay(ctx.actor, 'offer.publish'),
  };
});

async function add(ctx: Ctx, form: SentForm) {
  return addOffer(ctx, { ...(await offerOfForm(ctx, form)), partnershipId: await holderOfForm(ctx, form) });
}

export const action = commands({
  add: command('offer.write', offerFormSchema, async (ctx, form) => {
    const { offerId } = await add(ctx, form);
    return redirectWith(paths.offer(offerId), { kind: 'ok', text: 'L’offre est gardée en brouillon.' });
  }),
  publish: command('offer.publish', offerFormSchema, async (ctx, form) => {
    const { offerId } = await add(ctx, form);
    await moveOffer(ctx, { offerId, verb: 'publish' });
    return redirectWith(paths.offer(offerId), { kind: 'ok', text: 'L’offre est publiée : on la trouve dès maintenant.' });
  }),
});

export const meta: MetaFunction = () => [{ title: 'Ajouter une offre – Maillage' }];

export default function NewOffer() {
  const { start, agency, mayPublish } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Page title="Ajouter une offre" breadcrumb={[{ label: 'Offres', to: paths.offers() }]}>
      <div className="max-w-4xl">
        <OfferForm key={start.partnershipId} {...{ start, agency, failure, mayPublish }} isNew cancelTo={start.partnershipId ? paths.partnerOffers(start.partnershipId) : paths.offers()} />
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
