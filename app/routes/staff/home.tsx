import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permissionsOf } from '~/access/permissions';
import { agencyHome, regionalHome } from '~/domain/home/home.queries.server';
import { AgencyHome } from '~/routes/staff/home/agency-home';
import { PartnerHome } from '~/routes/staff/home/partner-home';
import { PlatformHome } from '~/routes/staff/home/platform-home';
import { RegionalHome } from '~/routes/staff/home/regional-home';
import { page } from '~/server/http.server';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Accueil · Maillage' }];

export const loader = page('home.read', async (ctx) => {
  const { role, firstName, placeName: place, missionLocaleId } = ctx.actor;
  const common = { firstName, place, permissions: permissionsOf(role), now: ctx.now };
  if (missionLocaleId) return { ...common, who: 'agency' as const, home: await agencyHome(ctx) };
  if (role === 'regional') return { ...common, who: 'region' as const, agencies: await regionalHome(ctx) };
  return { ...common, who: role === 'platformAdmin' ? ('platform' as const) : ('partner' as const) };
});

export default function Home() {
  const data = useLoaderData<typeof loader>();
  return (
    <Page title={`Bonjour ${data.firstName}`} meta={[data.place]}>
      {data.who === 'agency' && <AgencyHome home={data.home} permissions={data.permissions} now={data.now} />}
      {data.who === 'region' && <RegionalHome agencies={data.agencies} now={data.now} />}
      {data.who === 'platform' && <PlatformHome />}
      {data.who === 'partner' && <PartnerHome place={data.place} />}
    </Page>
  );
}
