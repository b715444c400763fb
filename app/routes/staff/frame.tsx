import { Form, Link, Outlet, useLoaderData, useLocation, useParams, useRouteLoaderData } from '@remix-run/react';
import { permissionsOf, roles } from '~/access/permissions';
import { shortName } from '~/access/actor';
import { paths } from '~/paths';
import { RouteErrorScreen, type loader as rootLoader } from '~/root';
import { pageOfActor } from '~/server/http.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { AppFrame } from '~/ui/app-frame';
import { Button } from '~/ui/button';
import { CommandPalette } from '~/ui/command-palette';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { NavigationProgress } from '~/ui/navigation-progress';
import { ShortcutHelp } from '~/ui/shortcut-help';
import { destinations, findEverything, navigation, reporting } from '~/routes/staff/frame/destinations';
import { findOrNote, notingHere } from '~/routes/staff/frame/note-from-palette';
import { FeedbackLink } from '~/routes/staff/feedback/feedback-link';
import { SearchBox } from '~/routes/staff/frame/search-box';

export const loader = pageOfActor('home.read', (actor) => ({
  person: shortName(actor),
  role: roles[actor.role],
  place: actor.placeName,
  permissions: permissionsOf(actor.role),
}));

// Nothing here changes with the page shown: asked again only after a change (a form sent). Not after a refused one: in a single fetch the
// loaders of the page would run too, and one that leads away would take what was typed with it.
export const shouldRevalidate = ({ formMethod, actionStatus = 200 }: { formMethod?: string; actionStatus?: number }) => formMethod !== undefined && formMethod !== 'GET' && actionStatus < 400;

export default function StaffFrame() {
  const { person, role, place, permissions } = useLoaderData<typeof loader>();
  const { partnerId } = useParams();
  const { pathname } = useLocation();
  const may = (permission: (typeof permissions)[number]) => permissions.includes(permission);
  const here = partnerId && may('exchange.write') ? [notingHere(partnerId)] : [];
  return (
    <AppFrame
      items={navigation.filter(({ needs }) => may(needs))}
      home={paths.home()}
      top={
        <>
          {may('partner.read') && <SearchBox />}
          {may('partner.create') && <LinkButton to={paths.partnerNew()} variant="main" icon="add">Ajouter</LinkButton>}
          <CommandPalette button commands={[...here, ...[...destinations, reporting(pathname)].filter(({ needs }) => may(needs))]} search={may('exchange.write') ? findOrNote : may('partner.read') ? findEverything : undefined} />
        </>
      }
      footer={
        <>
          <p>{place}</p>
          <p>
            {person}, {role.toLowerCase()}
          </p>
          <Form method="post" action={paths.logout()}>
            <Button type="submit" variant="quiet" size="small" icon="logout">Se déconnecter</Button>
          </Form>
          {may('partner.read') && <LinkButton to={paths.discovery()} variant="quiet" size="small" icon="help">Découvrir Maillage</LinkButton>}
          {may('feedback.write') && <FeedbackLink />}
          <ShortcutHelp button>{(close) => may('feedback.write') && <p className="mt-3"><Link to={paths.feedback({ page: pathname })} onClick={close}>Signaler un problème ou une idée</Link></p>}</ShortcutHelp>
        </>
      }
    >
      <NavigationProgress />
      <LastMessage />
      <Outlet />
    </AppFrame>
  );
}

/** What the last action left to say, how to undo it, and what comes next. */
function LastMessage() {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const along = useAlong();
  if (!root?.message) return null;
  const { kind, text, action, next } = root.message;
  return (
    <Flash key={root.requestId} kind={kind} dismissible>
      {text}{' '}
      {action && (
        <Form method="post" action={along(action.to)} className="inline">
          <Button type="submit" size="small" icon="undo">{action.label}</Button>
        </Form>
      )}
      {next && <LinkButton to={next.to} size="small" icon="next">{next.label}</LinkButton>}
    </Flash>
  );
}

/** Errors of a page keep the frame around them: one can go elsewhere. */
export function ErrorBoundary() {
  return (
    <AppFrame items={navigation} home={paths.home()}>
      <RouteErrorScreen />
    </AppFrame>
  );
}
