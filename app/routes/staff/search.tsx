import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { searchEverything } from '~/domain/search/search-everything.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { ContactResults } from '~/routes/staff/search/contact-results';
import { FewerFound } from '~/routes/staff/search/fewer-found';
import { NothingFound } from '~/routes/staff/search/nothing-found';
import { OfferResults } from '~/routes/staff/search/offer-results';
import { PartnerResults } from '~/routes/staff/search/partner-results';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.sought ? `${data.sought} · ` : ''}Recherche · Maillage` }];

/** Nobody reads more of it in a title. */
const shownOf = (typed: string) => (typed.length > 80 ? `${typed.slice(0, 80)}…` : typed);

export const loader = page('partner.read', async (ctx, { url }) => {
  const typed = (url.searchParams.get('q') ?? '').trim();
  return { sought: shownOf(typed), typed: typed.slice(0, 200), found: typed ? await searchEverything(ctx, typed) : null };
});

export default function SearchEverything() {
  const { sought, typed, found } = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <Page title="Recherche">
        <Card>
          <EmptyState
            icon="search"
            title={sought ? 'Il n’y a rien à chercher dans ces signes' : 'Que cherchez-vous ?'}
            text="Tapez dans la case du haut un nom, une commune, un métier, un SIRET, un téléphone, une personne, ou un souhait comme « serveuse Tarbes 30 min en bus »."
          />
        </Card>
      </Page>
    );
  }
  const { partners, offers, contacts, fewer, notices } = found;
  const isEmpty = partners.total === 0 && !offers?.total && !contacts?.rows.length;
  const hasFewer = Boolean(fewer?.partners || fewer?.offers);
  return (
    <Page title={`Recherche : ${inGuillemets(sought)}`}>
      {notices.length > 0 && <div className="mb-3 grid gap-1" role="status">{notices.map((notice) => <p key={notice}>{notice}</p>)}</div>}
      {hasFewer ? (
        <FewerFound {...fewer!} typed={typed} />
      ) : isEmpty ? (
        <NothingFound typed={typed} />
      ) : (
        <div className="grid max-w-5xl">
          <PartnerResults {...partners} typed={typed} />
          {offers && <OfferResults {...offers} />}
          {contacts && <ContactResults {...contacts} />}
        </div>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
