import type { MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { roles } from '~/access/permissions';
import { paths } from '~/paths';
import { RouteErrorScreen } from '~/root';
import { page } from '~/server/http.server';
import { Page } from '~/ui/page';
import { Tabs } from '~/ui/tabs';

export const meta: MetaFunction = () => [{ title: 'Mon compte · Maillage' }];

export const loader = page('account.own', async ({ actor }) => ({ name: `${actor.firstName} ${actor.lastName}`, place: actor.placeName, role: roles[actor.role], mayReport: actorMay(actor, 'feedback.write') }));

const tabs = [
  { to: paths.account(), label: 'Profil et mot de passe', end: true },
  { to: paths.accountSessions(), label: 'Appareils connectés' },
  { to: paths.accountSecondFactor(), label: 'Double authentification' },
];
const reportsTab = { to: paths.accountFeedback(), label: 'Mes signalements' };

export default function AccountFrame() {
  const { name, place, role, mayReport } = useLoaderData<typeof loader>();
  return (
    <Page title="Mon compte" meta={[name, role, place]}>
      <Tabs label="Mon compte" items={mayReport ? [...tabs, reportsTab] : tabs} />
      <Outlet />
    </Page>
  );
}

export function ErrorBoundary() {
  return <RouteErrorScreen />;
}
