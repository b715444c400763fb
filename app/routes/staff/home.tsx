import { redirect, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permissionsOf } from '~/access/permissions';
import { discoveryOf } from '~/domain/discovery/discovery.queries.server';
import { arrangeHome, blocksOf, resetHome } from '~/domain/home/arrange-home.server';
import { arrangeVerbs, hiddenBlocks, homeBlockNames, type ArrangeVerb } from '~/domain/home/blocks';
import { agencyHome, regionalHome } from '~/domain/home/home.queries.server';
import { z } from '~/domain/zod';
import { DiscoveryCards } from '~/routes/staff/discovery/discovery-cards';
import { AgencyHome } from '~/routes/staff/home/agency-home';
import { arrangePath } from '~/routes/staff/home/arrange-blocks';
import { PartnerHome } from '~/routes/staff/home/partner-home';
import { PlatformHome } from '~/routes/staff/home/platform-home';
import { RegionalHome } from '~/routes/staff/home/regional-home';
import { useTaskKeys } from '~/routes/staff/tasks/use-task-keys';
import { command, commands, page } from '~/server/http.server';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Accueil · Maillage' }];

export const loader = page('home.read', async (ctx, { url }) => {
  const { role, firstName, placeName: place, missionLocaleId } = ctx.actor;
  const common = { firstName, place, permissions: permissionsOf(role), now: ctx.now, discovery: await discoveryOf(ctx) };
  if (missionLocaleId) {
    const blocks = blocksOf(ctx.actor);
    return { ...common, who: 'agency' as const, home: await agencyHome(ctx, blocks), hidden: hiddenBlocks(role, blocks), isArranging: url.searchParams.get('arranger') === 'oui' };
  }
  if (role === 'regional') return { ...common, who: 'region' as const, agencies: await regionalHome(ctx) };
  return { ...common, who: role === 'platformAdmin' ? ('platform' as const) : ('partner' as const) };
});

const arrange = (verb: ArrangeVerb) =>
  command('home.read', z.object({ block: z.enum(homeBlockNames) }), async (ctx, { block }) => {
    await arrangeHome(ctx, { block, verb });
    return redirect(arrangePath);
  });

export const action = commands({
  ...(Object.fromEntries(arrangeVerbs.map((verb) => [verb, arrange(verb)])) as Record<ArrangeVerb, ReturnType<typeof arrange>>),
  reset: command('home.read', z.object({}), async (ctx) => {
    await resetHome(ctx);
    return redirect(arrangePath);
  }),
});

export default function Home() {
  const data = useLoaderData<typeof loader>();
  useTaskKeys();
  const isReady = data.who === 'agency' && data.home.counts.all > 0;
  return (
    <Page title={`Bonjour ${data.firstName}`} meta={[data.place]} actions={isReady && !data.isArranging && <LinkButton to={arrangePath} icon="settings" size="small" variant="quiet">Arranger</LinkButton>}>
      {(isReady || data.who === 'region') && !('isArranging' in data && data.isArranging) && <DiscoveryCards {...data.discovery} />}
      {data.who === 'agency' && <AgencyHome {...data} />}
      {data.who === 'region' && <RegionalHome agencies={data.agencies} now={data.now} />}
      {data.who === 'platform' && <PlatformHome />}
      {data.who === 'partner' && <PartnerHome place={data.place} />}
    </Page>
  );
}
