import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { returnPath } from '~/domain/account/return-path';
import { offerNews } from '~/domain/offer/alert/find-news.server';
import { deleteSearch, saveSearch, savedSearches, switchSearchMail } from '~/domain/offer/alert/saved-searches.server';
import { dropOffers, keepOffers } from '~/domain/offer/kept/keep-offers.server';
import { offerIdsSchema, saveSearchSchema, searchIdSchema, searchMailSchema } from '~/domain/offer/kept/kept.schema';
import { keptOffers } from '~/domain/offer/kept/kept-offers.queries.server';
import { offerKinds } from '~/domain/offer/offer-kinds';
import { dayOf, shortDayOf } from '~/domain/text/french-date';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const loader = page('offer.keep', async (ctx) => {
  const { offers } = await keptOffers(ctx, 'favourites');
  return {
    favourites: offers.map(({ id, title, kind, holder, commune, startsOn, closesOn }) => ({ id, title, kind, holder, commune, startsOn, closesOn })),
    searches: await savedSearches(ctx),
    news: await offerNews(ctx, { days: 7, limit: 25 }),
  };
});

const placeOf = (retour: string | null | undefined) => (retour ? returnPath(retour) : paths.offerFavourites());

export const action = commands({
  ajouter: command('offer.keep', offerIdsSchema, async (ctx, { offre, retour }) => {
    await keepOffers(ctx, { offerIds: offre, keptIn: 'favourites' });
    return redirectWith(placeOf(retour), { kind: 'ok', text: 'L’offre est dans vos favoris.' });
  }),
  retirer: command('offer.keep', offerIdsSchema, async (ctx, { offre, retour }) => {
    await dropOffers(ctx, { offerIds: offre, keptIn: 'favourites' });
    return redirectWith(placeOf(retour), { kind: 'ok', text: offre.length > 1 ? `${offre.length} offres sont retirées de vos favoris.` : 'L’offre n’est plus dans vos favoris.' });
  }),
  garder: command('offer.keep', saveSearchSchema, async (ctx, input) => {
    await saveSearch(ctx, input);
    return redirectWith(paths.offerFavourites(), { kind: 'ok', text: input.byMail ? `${inGuillemets(input.name)} est gardée : ce qui paraît vous est dit ici et par courriel.` : `${inGuillemets(input.name)} est gardée : ce qui paraît vous est dit ici et sur l’accueil.` });
  }),
  prevenir: command('offer.keep', searchMailSchema, async (ctx, input) => {
    await switchSearchMail(ctx, input);
    return redirectWith(paths.offerFavourites(), { kind: 'ok', text: input.byMail ? 'Un courriel vous dira ce qui paraît.' : 'Plus de courriel pour cette recherche.' });
  }),
  oublier: command('offer.keep', searchIdSchema, async (ctx, input) => {
    const { name } = await deleteSearch(ctx, input);
    return redirectWith(paths.offerFavourites(), { kind: 'ok', text: `La recherche ${inGuillemets(name)} est supprimée.`, action: { label: 'Annuler', to: paths.offerSearchRestore(input.searchId) } });
  }),
});

export const meta: MetaFunction = () => [{ title: 'Favoris et recherches – Maillage' }];
const said = (day: string | null) => (day ? shortDayOf(new Date(`${day}T12:00:00Z`)) : '');

export default function OfferFavourites() {
  const { favourites, searches, news } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const sentence = failure && Object.values(failure.errors)[0];
  return (
    <Page title="Favoris et recherches" breadcrumb={[{ label: 'Offres', to: paths.offers() }]}>
      {sentence && <Flash kind="error">{sentence}</Flash>}
      <Card title="Mes recherches" flush>
        <DataTable
          caption="Mes recherches d’offres"
          rows={searches}
          rowKey={({ id }) => id}
          rowTo={({ filters }) => `${paths.offers()}?${filters}`}
          empty={<EmptyState icon="search" title="Aucune recherche gardée" text="Cherchez des offres comme pour un jeune, puis « Garder cette recherche » : ce qui paraît ensuite vous est dit." action={<LinkButton to={paths.offers()}>Chercher des offres</LinkButton>} />}
          columns={[
            { key: 'name', header: 'Recherche', isRowHeader: true, cell: ({ name }) => name },
            { key: 'found', header: 'Nouveau depuis une semaine', cell: ({ found }) => (found === 0 ? 'rien' : found > 1 ? `${found} offres` : 'une offre') },
            {
              key: 'mail',
              header: 'Courriel',
              cell: ({ id, name, byMail }) => (
                <Form method="post" className="flex flex-wrap gap-2" preventScrollReset>
                  <input type="hidden" name="searchId" value={id} />
                  {!byMail && <input type="hidden" name="byMail" value="oui" />}
                  <Button type="submit" name="intent" value="prevenir" size="small" icon={byMail ? 'check' : 'mail'} aria-pressed={byMail} aria-label={`Prévenir par courriel : ${name}`}>{byMail ? 'Prévenir : oui' : 'Prévenir : non'}</Button>
                  <Button type="submit" name="intent" value="oublier" size="small" variant="quiet" icon="remove" aria-label={`Supprimer la recherche ${name}`}>Supprimer</Button>
                </Form>
              ),
            },
          ]}
        />
      </Card>
      {news.length > 0 && (
        <Card title="Nouveau cette semaine" flush>
          <DataTable
            caption="Ce que mes recherches ont trouvé cette semaine"
            rows={news}
            rowKey={({ id }) => id}
            rowTo={({ id }) => paths.offer(id)}
            columns={[
              { key: 'title', header: 'Offre', isRowHeader: true, cell: ({ title }) => title, detail: ({ holder, commune }) => [holder, commune].filter(Boolean).join(' · ') },
              { key: 'search', header: 'Recherche', cell: ({ search }) => search },
              { key: 'found', header: 'Trouvée', nowrap: true, cell: ({ foundAt }) => `le ${dayOf(foundAt)}` },
            ]}
          />
        </Card>
      )}
      <Form method="post" id="favoris" action={paths.offerFavourites()} />
      <Card title="Mes favoris" flush>
        <DataTable
          key={favourites.map(({ id }) => id).join()}
          caption="Mes offres favorites"
          rows={favourites}
          rowKey={({ id }) => id}
          rowName={({ title }) => title}
          rowTo={({ id }) => paths.offer(id)}
          selection={
            favourites.length > 0
              ? {
                  name: 'offre',
                  form: 'favoris',
                  actions: (
                    <>
                      <Button type="submit" form="favoris" formAction={paths.offerSelection()} name="intent" value="ajouter" size="small" icon="columns">Ajouter à ma sélection</Button>
                      <Button type="submit" form="favoris" name="intent" value="retirer" size="small" icon="close">Retirer des favoris</Button>
                    </>
                  ),
                }
              : undefined
          }
          empty={<EmptyState icon="star" title="Pas encore de favori" text="Sur la page d’une offre, « Favori » la garde ici. Celle qui n’est plus publiée s’en va d’elle-même." action={<LinkButton to={paths.offers()}>Voir les offres</LinkButton>} />}
          columns={[
            { key: 'title', header: 'Offre', isRowHeader: true, cell: ({ title }) => title, detail: ({ holder, commune }) => [holder, commune].filter(Boolean).join(' · ') },
            { key: 'kind', header: 'Sorte', cell: ({ kind }) => offerKinds[kind].label },
            { key: 'start', header: 'Commence', nowrap: true, cell: ({ startsOn }) => said(startsOn) },
            { key: 'close', header: 'Date limite', nowrap: true, cell: ({ closesOn }) => said(closesOn) },
          ]}
        />
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
