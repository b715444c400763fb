import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { correctPlaceSchema } from '~/domain/partner/correct-place.schema';
import { correctPlace, forgetPlace } from '~/domain/partner/correct-place.server';
import { placeForm } from '~/domain/partner/place-form.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import { precisionSaid } from '~/routes/staff/position/precision-said';
import { DoubtNotice } from '~/routes/staff/position/doubt-notice';
import { PlaceForm } from '~/routes/staff/position/place-form';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Flash } from '~/ui/flash';
import { Page } from '~/ui/page';

export const loader = page('partner.edit', (ctx, { params, url }) => placeForm(ctx, params.partnerId, { proposed: url.searchParams.get('point') === 'trouve' }));

export const action = keepingWalk(commands({
  corriger: command('partner.edit', correctPlaceSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { nextId } = await correctPlace(ctx, { ...input, partnershipId });
    return redirectWith(paths.partner(partnershipId), { kind: 'ok', text: 'La position est enregistrée. Rien ne la déplacera.', ...(nextId && { next: { label: 'Position suivante à vérifier', to: paths.partnerPosition(nextId) } }) });
  }),
  oublier: command('partner.edit', z.object({}), async (ctx, _input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await forgetPlace(ctx, { partnershipId });
    return redirectWith(paths.partner(partnershipId), { kind: 'ok', text: 'La position est de nouveau celle de la commune.' });
  }),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Position de ${data?.name ?? 'ce partenaire'} – Maillage` }];

export default function PartnerPosition() {
  const along = useAlong();
  const shown = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Page
      title="Position sur la carte"
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: shown.name, to: along(paths.partner(shown.id)) }]}
      meta={[shown.address, shown.isByHand ? 'Corrigée à la main.' : shown.precision ? precisionSaid[shown.precision] : 'Pas encore de position.'].filter(Boolean)}
      actions={shown.isByHand && <Form method="post"><Button type="submit" name="intent" value="oublier" icon="undo">Revenir au centre de la commune</Button></Form>}
    >
      {shown.doubt && <DoubtNotice doubt={shown.doubt} address={shown.address} isShown={shown.start !== null} />}
      {failure?.errors.form && <Flash kind="error">{failure.errors.form}</Flash>}
      <Card>
        <PlaceForm key={JSON.stringify(shown.start)} shown={shown} cancelTo={along(paths.partner(shown.id))} failure={failure} />
      </Card>
      {shown.toCheck.others > 0 && (
        <p className="mt-4">
          <Link to={listAddress({ position: true })}>{shown.toCheck.others > 1 ? `${shown.toCheck.others} autres positions sont à vérifier` : 'Une autre position est à vérifier'}</Link>
        </p>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
