import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import './app.css';
import { useNonce } from '~/nonce';
import { paths } from '~/paths';
import { takeFlash } from '~/server/flash.server';
import { ErrorScreen } from '~/ui/error-screen';
import { LinkButton } from '~/ui/link-button';

export const meta: MetaFunction = () => [{ title: 'Maillage' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { message, headers } = await takeFlash(request);
  const theme = /(?:^|; )maillage-theme=(light|dark)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null;
  return data({ message, theme, requestId: context.requestId }, { headers });
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const theme = useRouteLoaderData<typeof loader>('root')?.theme ?? undefined;
  return (
    <html lang="fr" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** The last resort: a page that a person understands, with the id that the log has. */
export function ErrorBoundary() {
  return (
    <main className="main">
      <RouteErrorScreen />
    </main>
  );
}

/** What went wrong in this part of the page, in words. Route files export it as their ErrorBoundary. */
export function RouteErrorScreen() {
  const error = useRouteError();
  const requestId = useRouteLoaderData<typeof loader>('root')?.requestId?.slice(0, 8);
  const { pathname } = useLocation();
  const frame = useRouteLoaderData('routes/staff/frame') as { permissions: string[] } | undefined;
  const isExpected = isRouteErrorResponse(error);
  const said = (isExpected && typeof error.data === 'object' && error.data !== null ? error.data : {}) as { title?: string; sentence?: string; unsaved?: string[]; instead?: { to: string; label: string } };
  const actions = (
    <>
      {said.instead && <LinkButton to={said.instead.to} variant="main">{said.instead.label}</LinkButton>}
      <LinkButton to={paths.home()}>Retour à l’accueil</LinkButton>
      {frame?.permissions.includes('feedback.write') && (
        <LinkButton to={paths.feedback({ page: pathname, error: isExpected ? undefined : requestId })} icon="message" variant="quiet">Signaler ce problème</LinkButton>
      )}
    </>
  );
  if (isExpected) {
    const title = said.title ?? (error.status === 404 ? 'Page introuvable' : 'Demande impossible');
    return <ErrorScreen code={error.status} title={title} text={said.sentence ?? 'L’adresse a peut-être changé, ou la page n’existe plus.'} kept={said.unsaved} actions={actions} />;
  }
  return <ErrorScreen code={500} title="Une erreur est survenue" text="Rien n’a été enregistré. Réessayez dans un instant ; si cela recommence, signalez ce numéro." id={requestId} actions={actions} />;
}
