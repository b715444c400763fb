import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { returnPath } from '~/domain/account/return-path';
import { compareOffers } from '~/domain/offer/kept/compare-offers';
import { departureOf } from '~/domain/offer/kept/departure.server';
import { dropOffers, emptySelection, keepOffers, noteKeptOffer } from '~/domain/offer/kept/keep-offers.server';
import { noteKeptSchema, offerIdsSchema } from '~/domain/offer/kept/kept.schema';
import { mostSelected } from '~/domain/offer/kept/kept-offer';
import { keptOffers } from '~/domain/offer/kept/kept-offers.queries.server';
import { travelModeNames, travelModes } from '~/domain/offer/list/travel';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { CompareTable } from '~/routes/staff/offers/selection/compare-table';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { PrintButton } from '~/routes/staff/partners/print/print-button';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure, type Visit } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ComboField } from '~/ui/combo-field';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { SelectField } from '~/ui/select-field';

export const loader = page('offer.keep', async (ctx, { url }) => {
  const { offers, gone } = await keptOffers(ctx, 'selection');
  const { departure, commune, notices } = await departureOf(ctx, url.searchParams);
  return { offers: offers.map(({ id, title, holder, note }) => ({ id, title, holder, note })), rows: compareOffers(offers, departure), gone, departure, commune, notices };
});

const back = ({ url }: Visit) => `${paths.offerSelection()}${url.search}`;
/** Where the person came from, when it said so: the list they were in, an offer. */
const placeOf = (retour: string | null | undefined, visit: Visit) => (retour ? returnPath(retour) : back(visit));

export const action = commands({
  ajouter: command('offer.keep', offerIdsSchema, async (ctx, { offre, retour }, visit) => {
    const { count, added } = await keepOffers(ctx, { offerIds: offre, keptIn: 'selection' });
    const text = added === 0 ? 'C’était déjà dans votre sélection.' : `Votre sélection a ${count > 1 ? `${count} offres` : 'une offre'}.`;
    return redirectWith(placeOf(retour, visit), { kind: 'ok', text });
  }),
  retirer: command('offer.keep', offerIdsSchema, async (ctx, { offre, retour }, visit) => {
    await dropOffers(ctx, { offerIds: offre, keptIn: 'selection' });
    return redirectWith(placeOf(retour, visit), { kind: 'ok', text: 'L’offre est retirée de votre sélection.' });
  }),
  vider: command('offer.keep', z.object({}), async (ctx, _input, visit) => {
    const { count } = await emptySelection(ctx);
    return redirectWith(back(visit), { kind: 'ok', text: 'Votre sélection est vide.', ...(count > 0 && { action: { label: 'Annuler', to: paths.offerSelectionRefill() } }) });
  }),
  noter: command('offer.keep', noteKeptSchema, async (ctx, input, visit) => {
    await noteKeptOffer(ctx, input);
    return redirectWith(back(visit), { kind: 'ok', text: 'Votre note est enregistrée.' });
  }),
});

export const meta: MetaFunction = () => [{ title: 'Sélection d’offres – Maillage' }];

export default function OfferSelection() {
  const { offers, rows, gone, departure, commune, notices } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const sentence = failure && Object.values(failure.errors)[0];
  return (
    <Page
      title="Ma sélection"
      breadcrumb={[{ label: 'Offres', to: paths.offers() }]}
      meta={[offers.length > 0 && `${offers.length} offre${offers.length > 1 ? 's' : ''} sur ${mostSelected}`, departure && `trajets depuis ${departure.name}`].filter(Boolean)}
      actions={
        offers.length > 0 && (
          <>
            <LinkButton to={paths.offerSend()} variant="main" icon="send">Envoyer par courriel</LinkButton>
            <PrintButton />
            <Form method="post"><Button type="submit" name="intent" value="vider" variant="quiet" icon="remove">Vider</Button></Form>
          </>
        )
      }
    >
      {sentence && <Flash kind="error">{sentence} <LinkButton to={paths.offers()} size="small">Revenir aux offres</LinkButton></Flash>}
      {gone > 0 && <Flash kind="info">{gone > 1 ? `${gone} offres que vous aviez choisies ne sont plus publiées : elles sont parties d’ici.` : 'Une offre que vous aviez choisie n’est plus publiée : elle est partie d’ici.'}</Flash>}
      {notices.map((notice) => <Flash key={notice}>{notice}</Flash>)}
      {offers.length === 0 ? (
        <Card flush>
          <EmptyState icon="offer" title="Rien à comparer pour l’instant" text={`Cochez jusqu’à ${mostSelected} offres dans la liste, puis « Ajouter à ma sélection » : vous les comparez ici, les imprimez, les envoyez.`} action={<LinkButton to={paths.offers()} variant="main">Chercher des offres</LinkButton>} />
        </Card>
      ) : (
        <div className="compare-page">
          <Form method="get" className="no-print mb-4 flex flex-wrap items-end gap-3" aria-label="D’où part la personne">
            <div className="w-64 max-w-full"><ComboField key={commune} name="commune" textName="communeText" label="Au départ de" search={searchCommunes} defaultValue={commune} defaultText={departure?.name} placeholder="Nom ou code postal" /></div>
            <SelectField key={departure?.mode} name="moyen" label="Comment" defaultValue={departure?.mode ?? 'bus'} options={travelModeNames.map((mode) => ({ value: mode, label: travelModes[mode].label }))} />
            <Button type="submit">Estimer les trajets</Button>
          </Form>
          <Card flush><CompareTable offers={offers} rows={rows} /></Card>
          <p className="muted no-print mt-3">Les différences sont en gras. Cette sélection et ses notes ne sont qu’à vous ; n’y écrivez rien sur la personne que vous accompagnez.</p>
        </div>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
