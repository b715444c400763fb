import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { correctPlaceSchema } from '~/domain/partner/correct-place.schema';
import { correctPlace, forgetPlace } from '~/domain/partner/correct-place.server';
import { placeForm } from '~/domain/partner/place-form.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import { PositionScreen } from '~/routes/staff/position/position-screen';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';

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
  const { others } = shown.toCheck;
  return (
    <PositionScreen
      shown={shown}
      list={{ label: 'Partenaires', to: paths.partners() }}
      record={along(paths.partner(shown.id))}
      others={others > 0 ? { label: others > 1 ? `${others} autres positions sont à vérifier` : 'Une autre position est à vérifier', to: listAddress({ position: true }) } : null}
    />
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
