import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { correctPlaceSchema } from '~/domain/partner/correct-place.schema';
import { offerPlaceForm } from '~/domain/offer/place/offer-place-form.server';
import { forgetOfferPlace, placeOffer } from '~/domain/offer/place/place-offer.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { PositionScreen } from '~/routes/staff/position/position-screen';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';

export const loader = page('offer.write', (ctx, { params, url }) => offerPlaceForm(ctx, params.offerId, { proposed: url.searchParams.get('point') === 'trouve' }));

const idOf = (id: string | undefined) => knownId(id, 'Cette offre n’existe pas, ou plus.');

export const action = commands({
  corriger: command('offer.write', correctPlaceSchema, async (ctx, input, { params }) => {
    const offerId = idOf(params.offerId);
    const { nextId } = await placeOffer(ctx, { ...input, offerId });
    return redirectWith(paths.offer(offerId), { kind: 'ok', text: 'La position est enregistrée. Rien ne la déplacera.', ...(nextId && { next: { label: 'Position suivante à vérifier', to: paths.offerPosition(nextId) } }) });
  }),
  oublier: command('offer.write', z.object({}), async (ctx, _input, { params }) => {
    const offerId = idOf(params.offerId);
    await forgetOfferPlace(ctx, { offerId });
    return redirectWith(paths.offer(offerId), { kind: 'ok', text: 'La position est de nouveau celle de la commune.' });
  }),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Position de ${data?.name ?? 'cette offre'} – Maillage` }];

export default function OfferPosition() {
  const shown = useLoaderData<typeof loader>();
  const { others } = shown.toCheck;
  return (
    <PositionScreen
      shown={shown}
      list={{ label: 'Offres', to: paths.offers() }}
      record={paths.offer(shown.id)}
      others={others > 0 ? { label: others > 1 ? `${others} autres positions d’offres sont à vérifier` : 'La position d’une autre offre est à vérifier', to: paths.offersManaged('a-situer') } : null}
    />
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
