import type { ReactNode } from 'react';
import { Link, Outlet, useRouteLoaderData } from '@remix-run/react';
import { paths } from '~/paths';
import { RouteErrorScreen, type loader as rootLoader } from '~/root';
import { Flash } from '~/ui/flash';
import { Logo } from '~/ui/logo';

/** Around the pages that need no account. */
export default function PublicFrame() {
  const message = useRouteLoaderData<typeof rootLoader>('root')?.message;
  return (
    <House>
      {message && (
        <div className="mx-auto mb-4 max-w-[26rem]">
          <Flash kind={message.kind}>{message.text}</Flash>
        </div>
      )}
      <Outlet />
    </House>
  );
}

export function ErrorBoundary() {
  return (
    <House>
      <RouteErrorScreen />
    </House>
  );
}

function House({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-screen flex-col">
      <a className="skip-link" href="#contenu">
        Aller au contenu
      </a>
      <header className="bg-[var(--side)] px-4 py-2 [--focus:var(--focus-on-side)]">
        <Link className="brand inline-flex" to={paths.home()}>
          <Logo />
          Maillage
        </Link>
      </header>
      <main id="contenu" tabIndex={-1} className="flex-1 px-4 py-8 sm:py-14">
        {children}
      </main>
      <footer className="flex flex-wrap justify-center gap-x-6 gap-y-2 px-4 pb-8 text-[0.9375rem] text-muted">
        <span>Le portail des partenaires des Missions Locales</span>
        <Link to={paths.accessibility()}>Accessibilité : non conforme</Link>
        <Link to={paths.personalData()}>Données personnelles</Link>
      </footer>
    </div>
  );
}
