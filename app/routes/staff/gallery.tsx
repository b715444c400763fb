import type { MetaFunction } from '@remix-run/node';
import { page } from '~/server/http.server';
import { Gallery } from '~/ui/gallery/gallery';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Composants · Maillage' }];

export const loader = page('home.read', async () => null);

/** Every part of the interface in every state: where a new screen is composed from, and where a change is looked at. */
export default function GalleryPage() {
  return (
    <Page title="Composants">
      <Gallery />
    </Page>
  );
}
