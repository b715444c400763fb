import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { conflict, notFound } from '~/domain/errors';
import { editEverywhere } from '~/domain/offer/spread/edit-everywhere.server';
import { otherPlaces } from '~/domain/offer/spread/places-of.server';
import { saysEdited } from '~/domain/offer/spread/says-edited';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { offerFormSchema } from '~/domain/offer/offer-form';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { holderOfForm, offerOfForm } from '~/domain/offer/read-offer-form.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { OfferForm } from '~/routes/staff/offers/offer-form';
import { startOf } from '~/routes/staff/offers/offer-start';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Page } from '~/ui/page';

export const loader = page('offer.write', async (ctx, { params }) => {
  const offer = await getOffer(ctx, params.offerId);
  if (!offer.isOurs) throw notFound('Cette offre est celle d’une autre agence : elle se corrige chez elle.');
  if (!isEditedHere(offer)) throw conflict('Cette offre vient d’ailleurs : elle se corrige chez sa source.');
  const others = offer.isSpread ? await otherPlaces(ctx, offer.id) : [];
  return { id: offer.id, otherPlaces: others.length, title: offer.title, agency: ctx.actor.placeName, mayMove: offer.origin === 'agency', start: { ...startOf(offer), everywhere: 'oui' }, otherTrades: Object.fromEntries(offer.trades.slice(3).map(({ code, label }) => [code, `${label} (${code})`])) };
});

export const action = command('offer.write', offerFormSchema, async (ctx, form, { params }) => {
  const offerId = knownId(params.offerId, 'Cette offre n’existe pas, ou plus.');
  const edit = { ...(await offerOfForm(ctx, form)), offerId, version: form.version, partnershipId: await holderOfForm(ctx, form) };
  const edited = await editEverywhere(ctx, { ...edit, everywhere: form.everywhere });
  const [kept] = edited.kept;
  return redirectWith(paths.offer(offerId), { kind: kept ? 'warning' : 'ok', text: saysEdited(edited), ...(kept && { next: { label: `Voir ${kept.name}`, to: paths.offer(kept.offerId) } }) });
});

export const meta: MetaFunction = () => [{ title: 'Modifier une offre – Maillage' }];

export default function EditOffer() {
  const { id, title, otherPlaces, agency, mayMove, start, otherTrades } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Page title="Modifier l’offre" breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: title, to: paths.offer(id) }]}>
      <div className="max-w-4xl">
        <OfferForm {...{ start, otherPlaces, otherTrades, agency, mayMove, failure }} mayPublish={false} isNew={false} cancelTo={paths.offer(id)} />
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
