import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { permissionsOf } from '~/access/permissions';
import { deleteOffer } from '~/domain/offer/delete-offer.server';
import { duplicateOffer } from '~/domain/offer/duplicate-offer.server';
import { keptIds } from '~/domain/offer/kept/kept-offers.queries.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { freshness } from '~/domain/offer/freshness';
import { has, offerKinds } from '~/domain/offer/offer-kinds';
import { isEditedHere, offerOrigins } from '~/domain/offer/offer-origin';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { offerStates, offerVerbNames, offerVerbs, type OfferVerb } from '~/domain/offer/offer.lifecycle';
import { audiences } from '~/domain/offer/audiences';
import { confirmOffer, renewOffer } from '~/domain/offer/renew-offer.server';
import { everywhereVerbNames, everywhereVerbs } from '~/domain/offer/spread/everywhere-verbs';
import { moveEverywhere } from '~/domain/offer/spread/move-everywhere.server';
import { otherPlaces } from '~/domain/offer/spread/places-of.server';
import { sessionsOf } from '~/domain/offer/session/sessions.queries.server';
import { phoneLink } from '~/domain/partner/phone-link';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { dayOf, sinceOf } from '~/domain/text/french-date';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { OfferActions } from '~/routes/staff/offers/offer-actions';
import { KeepButtons } from '~/routes/staff/offers/keep-buttons';
import { loadTiles } from '~/routes/staff/map/read-points';
import { PlacesCard } from '~/routes/staff/offers/places-card';
import { OfferFacts } from '~/routes/staff/offers/offer-facts';
import { seatsOf, whenOf } from '~/routes/staff/offers/sessions/session-words';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip, Chips } from '~/ui/chip';
import { Columns } from '~/ui/columns';
import { Flash } from '~/ui/flash';
import { MapView } from '~/ui/map-view';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { WrittenText } from '~/ui/written-text';

export const loader = page('offer.read', async (ctx, { params }) => {
  const offer = await getOffer(ctx, params.offerId);
  const sessions = has(offer.kind, 'sessions') && isEditedHere(offer) ? (await sessionsOf(ctx, offer.id)).sessions : null;
  const places = offer.isSpread ? await otherPlaces(ctx, offer.id) : [];
  return { offer, sessions, places, phone: offer.contactPhone ? phoneLink(offer.contactPhone) : null, kept: actorMay(ctx.actor, 'offer.keep') && offer.state === 'published' ? await keptHere(ctx, offer.id) : null, permissions: offer.isOurs ? permissionsOf(ctx.actor.role) : [], now: ctx.now };
});

async function keptHere(ctx: Ctx, id: string) {
  const { selection, favourites } = await keptIds(ctx);
  return { isSelected: selection.includes(id), isFavourite: favourites.includes(id), selected: selection.length };
}

const nothing = z.object({});
const idOf = (id: string | undefined) => knownId(id, 'Cette offre n’existe pas, ou plus.');
const personVerbs = offerVerbNames.filter((verb): verb is Exclude<OfferVerb, 'expire'> => verb !== 'expire');

export const action = commands({
  ...Object.fromEntries(
    personVerbs.map((verb) => [
      verb,
      command(offerVerbs[verb].permission, nothing, async (ctx, _input, { params }) => {
        const offerId = idOf(params.offerId);
        await moveOffer(ctx, { offerId, verb });
        return redirectWith(paths.offer(offerId), { kind: 'ok', text: `L’offre ${offerVerbs[verb].done}.` });
      }),
    ]),
  ),
  ...Object.fromEntries(
    everywhereVerbNames.map((verb) => [
      `${verb}Everywhere`,
      command(everywhereVerbs[verb].permission, nothing, async (ctx, _input, { params }) => {
        const offerId = idOf(params.offerId);
        const { moved } = await moveEverywhere(ctx, { offerId, verb });
        return redirectWith(paths.offer(offerId), { kind: 'ok', text: `L’offre ${everywhereVerbs[verb].done} dans ${moved} lieu${moved > 1 ? 'x' : ''}.`, action: { label: 'Annuler', to: paths.offerUndoEverywhere(offerId, ctx.requestId) } });
      }),
    ]),
  ),
  renew: command('offer.publish', nothing, async (ctx, _input, { params }) => {
    const offerId = idOf(params.offerId);
    const { closesOn } = await renewOffer(ctx, { offerId });
    return redirectWith(paths.offer(offerId), { kind: 'ok', text: `L’offre est ouverte jusqu’au ${dayOf(new Date(`${closesOn}T12:00:00Z`))}.` });
  }),
  confirm: command('offer.write', nothing, async (ctx, _input, { params }) => {
    const offerId = idOf(params.offerId);
    await confirmOffer(ctx, { offerId });
    return redirectWith(paths.offer(offerId), { kind: 'ok', text: 'C’est noté : l’offre est toujours d’actualité.' });
  }),
  duplicate: command('offer.write', nothing, async (ctx, _input, { params }) => {
    const { offerId } = await duplicateOffer(ctx, { offerId: idOf(params.offerId) });
    return redirectWith(paths.offerEdit(offerId), { kind: 'ok', text: 'Voici la copie, en brouillon : changez ce qui change.' });
  }),
  delete: command('offer.write', nothing, async (ctx, _input, { params }) => {
    const offerId = idOf(params.offerId);
    await deleteOffer(ctx, { offerId });
    return redirectWith(paths.offersManaged(), { kind: 'ok', text: 'Le brouillon est supprimé.', action: { label: 'Annuler', to: paths.offerRestore(offerId) } });
  }),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.offer.title ?? 'Offre'} – Maillage` }];

export default function OfferPage() {
  const { offer, sessions, places, phone, kept, permissions, now } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  // A field that cannot be published as it is: the form of the page has none, the sentence says which.
  const refusal = failure && Object.values(failure.errors)[0];
  const { title, state, stateSince, kind, holder, isOurs, agency, description, conditions, documents, confirmedAt, deletedAt } = offer;
  const isDoubtful = state === 'published' && confirmedAt !== null && isEditedHere(offer) && freshness(confirmedAt, now) !== 'fresh';
  const place = offer.hasOwnPlace ? [offer.addressLine, [offer.postcode, offer.commune].filter(Boolean).join(' ')].filter(Boolean).join(', ') : holder.place;
  const coming = (sessions ?? []).filter(({ isOver, cancelledAt }) => !isOver && !cancelledAt).slice(0, 3);
  const openPlaces = 1 + places.filter((other) => other.state === 'published').length;
  const position = offer.hasOwnPlace ? offer : holder;
  const mayPlace = offer.hasOwnPlace && isOurs && !deletedAt && isEditedHere(offer) && permissions.includes('offer.write');
  return (
    <Page
      title={title}
      breadcrumb={[{ label: 'Offres', to: paths.offers() }]}
      meta={[holder.partnershipId ? <Link key="holder" to={paths.partner(holder.partnershipId)}>{holder.name}</Link> : holder.name, place, !isOurs && `publiée par ${agency}`].filter(Boolean)}
      actions={<>{kept && <KeepButtons offerId={offer.id} {...kept} />}{isOurs && !deletedAt && <OfferActions offer={offer} permissions={permissions} />}</>}
    >
      {refusal && <Flash kind="error">{refusal}</Flash>}
      {deletedAt && (
        <Flash kind="warning">
          Ce brouillon est supprimé.{' '}
          <Form method="post" action={paths.offerRestore(offer.id)} className="inline"><Button type="submit" size="small" icon="undo">Rétablir</Button></Form>
        </Flash>
      )}
      <div className="mb-4">
        <Chips>
          <Chip tone={offerStates[state].tone}>{offerStates[state].label} {sinceOf(stateSince, now)}</Chip>
          <Chip tone="theme">{offerKinds[kind].label}</Chip>
          <Chip>{audiences[offer.audience].label}</Chip>
          {!isEditedHere(offer) && <Chip>vient de {offerOrigins[offer.origin].label}</Chip>}
          {offer.isHandicapFriendly && <Chip>accessible (handicap)</Chip>}
        </Chips>
      </div>
      {isDoubtful && (
        <Flash kind="warning" title="Toujours d’actualité ?">
          Personne ne l’a confirmée depuis le {dayOf(confirmedAt)}. Sans réponse, elle ne sera plus montrée.{' '}
          <Form method="post" className="inline"><Button type="submit" name="intent" value="confirm" size="small" icon="check">Toujours d’actualité</Button>{' '}{openPlaces > 1 && <><Button type="submit" name="intent" value="confirmEverywhere" size="small" icon="check">Dans les {openPlaces} lieux</Button>{' '}</>}<Button type="submit" name="intent" value="withdraw" size="small" variant="quiet" icon="close">Fermer</Button></Form>
        </Flash>
      )}
      <Columns
        aside={
          <>
            <Card title="S’adresser">
              <OfferFacts offer={offer} phone={phone} part="contact" />
            </Card>
            {mayPlace && position.latitude === null && (
              <Card title="Situation" action={<LinkButton to={paths.offerPosition(offer.id)} size="small" icon="pin">Indiquer la position</LinkButton>}><p className="muted">Cette adresse n’a pas encore de point sur la carte.</p></Card>
            )}
            {position.latitude !== null && position.longitude !== null && (
              <Card title="Situation" action={mayPlace && <LinkButton to={paths.offerPosition(offer.id)} size="small" icon="pin">Corriger la position</LinkButton>}>
                <MapView label={`${title}, ${place ?? holder.name}`} center={[position.longitude, position.latitude]} zoom={(offer.hasOwnPlace ? offer.placePrecision : holder.precision) === 'exact' ? 12 : 10.5} points={[{ id: offer.id, lon: position.longitude, lat: position.latitude, label: title, tone: 'ok' }]} precision={(offer.hasOwnPlace ? offer.placePrecision : holder.precision) ?? 'commune'} height="small" ground={loadTiles} />
                <p className="mt-2">{place}</p>
              </Card>
            )}
            {places.length > 0 && <PlacesCard offer={offer} places={places} permissions={permissions} />}
          </>
        }
      >
        <Card title="L’offre">{description ? <WrittenText text={description} /> : <p className="muted">Pas encore de description.</p>}</Card>
        {sessions && (
          <Card title="Sessions" action={<Link to={paths.offerSessions(offer.id)}>{isOurs ? 'Dates et inscriptions' : 'Toutes les dates'}</Link>}>
            {coming.length === 0 ? <p className="muted">Aucune date à venir.</p> : <ul>{coming.map((session) => <li key={session.id}>{whenOf(session)} : {seatsOf(session)}</li>)}</ul>}
          </Card>
        )}
        <Card title="En bref"><OfferFacts offer={offer} phone={phone} part="terms" /></Card>
        {(conditions || documents) && (
          <Card title="Conditions">
            {conditions && <WrittenText text={conditions} />}
            {documents && <><h3 className="mt-3 font-semibold">À apporter</h3><WrittenText text={documents} /></>}
          </Card>
        )}
      </Columns>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
