import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readStopLink, stopAlerts } from '~/domain/offer/alert/stop-link.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { publicCommand, publicPage } from '~/server/http.server';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';
import { DeadLink } from './dead-link';
import { Gate } from './gate';

export const meta: MetaFunction = () => [{ title: 'Alertes sur les offres · Maillage' }];

export const loader = publicPage(async ({ params }) => {
  const isKnown = readStopLink(env().APP_SECRET, params.token ?? '') !== null;
  return data({ isKnown }, isKnown ? 200 : 410);
});

// A button, and not the mere opening of the page: some mailboxes open every link before their owner does.
export const action = publicCommand(z.object({}), async (_input, { params }) => {
  const membershipId = readStopLink(env().APP_SECRET, params.token ?? '');
  if (membershipId) await asSystem('somebody stops their alerts from the mail', (db) => stopAlerts(db, membershipId));
  return { stopped: membershipId !== null };
});

export default function StopAlerts() {
  const { isKnown } = useLoaderData<typeof loader>();
  const done = useActionData<{ stopped: boolean }>();
  const signIn = <LinkButton to={paths.login(paths.offerFavourites())}>Voir mes recherches</LinkButton>;
  if (!isKnown) return <DeadLink text="Il n’est pas complet : ouvrez-le depuis le dernier courriel d’alerte, ou changez vos alertes dans Maillage." action={signIn} />;
  if (done?.stopped) return <Gate title="C’est arrêté" intro="Vous ne recevrez plus d’alertes sur les offres. Vos recherches restent, et l’accueil dit toujours ce qu’elles trouvent.">{signIn}</Gate>;
  return (
    <Gate title="Arrêter les alertes ?" intro="Plus aucun courriel d’alerte sur les offres. Vos recherches restent dans Maillage.">
      <Form method="post"><Button type="submit" variant="main">Ne plus recevoir ces alertes</Button></Form>
    </Gate>
  );
}
