import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { correctPlaceSchema } from '~/domain/partner/correct-place.schema';
import { offerPlaceForm } from '~/domain/offer/place/offer-place-form.server';
import { forgetOfferPlace, placeOffer } from '~/domain/offer/place/place-offer.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { DoubtNotice } from '~/routes/staff/position/doubt-notice';
import { PlaceForm } from '~/routes/staff/position/place-form';
import { precisionSaid } from '~/routes/staff/position/precision-said';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Flash } from '~/ui/flash';
import { Page } from '~/ui/page';

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
  const failure = useActionData<Failure>();
  return (
    <Page
      title="Position sur la carte"
      breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: shown.name, to: paths.offer(shown.id) }]}
      meta={[shown.address, shown.isByHand ? 'Corrigée à la main.' : shown.precision ? precisionSaid[shown.precision] : 'Pas encore de position.'].filter(Boolean)}
      actions={shown.isByHand && <Form method="post"><Button type="submit" name="intent" value="oublier" icon="undo">Revenir au centre de la commune</Button></Form>}
    >
      {shown.doubt && <DoubtNotice doubt={shown.doubt} address={shown.address} isShown={shown.start !== null} />}
      {failure?.errors.form && <Flash kind="error">{failure.errors.form}</Flash>}
      <Card>
        <PlaceForm key={JSON.stringify(shown.start)} shown={shown} cancelTo={paths.offer(shown.id)} failure={failure} />
      </Card>
      {shown.toCheck.others > 0 && (
        <p className="mt-4">
          <Link to={paths.offersManaged('a-situer')}>{shown.toCheck.others > 1 ? `${shown.toCheck.others} autres positions d’offres sont à vérifier` : 'La position d’une autre offre est à vérifier'}</Link>
        </p>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
