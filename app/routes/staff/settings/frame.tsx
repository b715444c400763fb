import type { MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { permissionsOf } from '~/access/permissions';
import { settingsPages } from '~/routes/staff/settings/parts/settings-pages';
import { RouteErrorScreen } from '~/root';
import { page } from '~/server/http.server';
import { Page } from '~/ui/page';
import { Tabs } from '~/ui/tabs';

export const meta: MetaFunction = () => [{ title: 'Réglages · Maillage' }];

export const loader = page('settings.open', async ({ actor }) => ({ place: actor.placeName, permissions: permissionsOf(actor.role) }));

export default function SettingsFrame() {
  const { place, permissions } = useLoaderData<typeof loader>();
  return (
    <Page title="Réglages" meta={[place]}>
      <Tabs label="Réglages" items={settingsPages.filter(({ needs }) => permissions.includes(needs))} />
      <Outlet />
    </Page>
  );
}

/** One page that fails leaves the others within reach. */
export function ErrorBoundary() {
  return <RouteErrorScreen />;
}
