import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { endReasonChoices } from '~/domain/partner/choices.queries.server';
import { boardOfPartners } from '~/domain/partner/list/board-of-partners.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { moveCardSchema } from '~/domain/partnership/move-card.schema';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { verbNames, verbs, type Verb } from '~/domain/partnership/partnership.lifecycle';
import { paths } from '~/paths';
import { StageBoard } from '~/routes/staff/partners/board/stage-board';
import { ActiveFilters } from '~/routes/staff/partners/list/active-filters';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import { PartnerFilterForm } from '~/routes/staff/partners/list/partner-filters';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const loader = page('partner.read', async (ctx, { url }) => {
  const board = await boardOfPartners(ctx, readFilters(url.searchParams).filters);
  const allowed = verbNames.filter((verb) => actorMay(ctx.actor, verbs[verb].permission));
  return { ...board, allowed, endReasons: allowed.includes('end') ? await endReasonChoices(ctx) : [], isRegion: ctx.actor.missionLocaleId === null, chosenId: url.searchParams.get('carte') };
});

const move = (verb: Verb) =>
  command(verbs[verb].permission, moveCardSchema, async (ctx, { partnerId, ...said }, { url }) => {
    const { moveId, stillOpen } = await movePartnership(ctx, { ...said, partnershipId: partnerId, verb });
    const { organisation } = await ctx.db.partnership.findFirstOrThrow({ where: { id: partnerId }, select: { organisation: { select: { name: true } } } });
    return redirectWith(backToBoard(url), { kind: 'ok', text: `${organisation.name} ${verbs[verb].done}.${stillOpen && ` Ce qui reste ouvert le reste : ${stillOpen}.`}`, action: { label: 'Annuler', to: `${paths.partnerMoveUndo(partnerId, moveId)}${withoutCard(url)}` } });
  });

const withoutCard = (url: URL) => {
  const params = new URLSearchParams(url.search);
  params.delete('carte');
  return params.size > 0 ? `?${params}` : '';
};
const backToBoard = (url: URL) => `${paths.partnersBoard()}${withoutCard(url)}`;

export const action = commands(Object.fromEntries(verbNames.map((verb) => [verb, move(verb)])));

export const meta: MetaFunction = () => [{ title: 'Partenaires par étapes – Maillage' }];

export default function PartnersBoard() {
  const { columns, filters, values, place, allowed, endReasons, isRegion, chosenId } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const here = paths.partnersBoard();
  return (
    <Page title="Partenaires par étapes" breadcrumb={[{ label: 'Partenaires', to: listAddress(filters) }]} actions={<LinkButton to={listAddress(filters)} icon="list">Liste</LinkButton>}>
      <PartnerFilterForm filters={filters} values={values} place={place} action={here} />
      <ActiveFilters filters={filters} values={values} place={place} path={here} />
      <StageBoard key={columns.map(({ cards, count }) => `${count}${cards.map(({ id }) => id).join()}`).join()} {...{ columns, filters, allowed, endReasons, isRegion, chosenId, failure }} />
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
