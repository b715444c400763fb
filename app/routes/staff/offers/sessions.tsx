import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { conflict } from '~/domain/errors';
import { has } from '~/domain/offer/offer-kinds';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { giveBack, register, release } from '~/domain/offer/session/register.server';
import { editSessionSchema, registerSchema, releaseSchema, sessionIdSchema, sessionSchema } from '~/domain/offer/session/session.schema';
import { sessionsOf } from '~/domain/offer/session/sessions.queries.server';
import { addSession, cancelSession, editSession, restoreSession } from '~/domain/offer/session/write-session.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import type { z } from '~/domain/zod';
import { paths } from '~/paths';
import { SessionCard } from '~/routes/staff/offers/sessions/session-card';
import { SessionForm } from '~/routes/staff/offers/sessions/session-form';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure, type Visit } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';

export const loader = page('offer.read', async (ctx, { params }) => {
  const offer = await getOffer(ctx, params.offerId);
  if (!has(offer.kind, 'sessions')) throw conflict('Cette sorte d’offre n’a pas de sessions.');
  if (!isEditedHere(offer)) throw conflict('Cette offre vient d’ailleurs : ses dates sont celles de sa source.');
  return { id: offer.id, title: offer.title, ...(await sessionsOf(ctx, offer.id)), mayWrite: offer.isOurs && !offer.deletedAt && actorMay(ctx.actor, 'offer.write') };
});

const idOf = ({ params }: Visit) => knownId(params.offerId, 'Cette offre n’existe pas, ou plus.');
const done = (visit: Visit, text: string) => redirectWith(paths.offerSessions(idOf(visit)), { kind: 'ok', text });

export const action = commands({
  add: command('offer.write', sessionSchema, async (ctx, input, visit) => {
    await addSession(ctx, { ...(input as z.input<typeof sessionSchema>), offerId: idOf(visit) });
    return done(visit, 'La session est ajoutée.');
  }),
  edit: command('offer.write', editSessionSchema, async (ctx, input, visit) => {
    const { promoted } = await editSession(ctx, { ...(input as z.input<typeof editSessionSchema>), offerId: idOf(visit) });
    return done(visit, promoted > 0 ? `La session est enregistrée : ${promoted > 1 ? `${promoted} personnes quittent` : 'une personne quitte'} la liste d’attente.` : 'La session est enregistrée.');
  }),
  cancel: command('offer.write', sessionIdSchema, async (ctx, { sessionId }, visit) => {
    await cancelSession(ctx, { offerId: idOf(visit), sessionId });
    return done(visit, 'La session est annulée : prévenez les personnes inscrites.');
  }),
  restore: command('offer.write', sessionIdSchema, async (ctx, { sessionId }, visit) => {
    await restoreSession(ctx, { offerId: idOf(visit), sessionId });
    return done(visit, 'La session a lieu.');
  }),
  register: command('offer.write', registerSchema, async (ctx, input, visit) => {
    const { state, rank } = await register(ctx, { ...input, offerId: idOf(visit) });
    return done(visit, state === 'seated' ? 'L’inscription est notée.' : `La session est complète : cette personne attend, au rang ${rank}.`);
  }),
  release: command('offer.write', releaseSchema, async (ctx, input, visit) => {
    const { promoted } = await release(ctx, { ...input, offerId: idOf(visit) });
    return done(visit, promoted ? 'La place est libérée : la première personne en attente l’a prise, prévenez-la.' : 'La place est libérée.');
  }),
  giveBack: command('offer.write', releaseSchema, async (ctx, input, visit) => {
    const back = await giveBack(ctx, { ...input, offerId: idOf(visit) });
    return done(visit, !back ? 'C’était déjà fait.' : back.state === 'seated' ? `${back.label} a de nouveau sa place.` : `La session est complète : ${back.label} attend, au rang ${back.rank}.`);
  }),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Sessions, ${data?.title ?? 'offre'} – Maillage` }];

export default function OfferSessions() {
  const { id, title, sessions, registered, mayWrite } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const failed = failure && 'errors' in failure ? failure : undefined;
  const isOf = (sessionId: string) => failed?.values.sessionId === sessionId;
  return (
    <Page title="Sessions" breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: title, to: paths.offer(id) }]}>
      {sessions.map((session) => <SessionCard key={session.id} offerId={id} session={session} registered={registered.filter((one) => one.sessionId === session.id)} mayWrite={mayWrite} failure={isOf(session.id) ? failed : undefined} />)}
      {sessions.length === 0 && <Card flush><EmptyState icon="agenda" title="Pas encore de session" text={mayWrite ? 'Donnez le jour, les heures et le nombre de places : les inscriptions s’ouvrent aussitôt.' : 'Demandez les prochaines dates à l’agence qui publie cette offre.'} /></Card>}
      {mayWrite && <Card title="Ajouter une session"><SessionForm key={sessions.length} failure={failed?.intent === 'add' ? failed : undefined} /></Card>}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
