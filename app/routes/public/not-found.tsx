import { data } from '@remix-run/node';
import { RouteErrorScreen } from '~/root';

/** Any address that the table does not know. */
export function loader() {
  throw data({ title: 'Page introuvable', sentence: 'Cette adresse n’existe pas ou plus.' }, 404);
}

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return (
    <main className="main">
      <RouteErrorScreen />
    </main>
  );
}
