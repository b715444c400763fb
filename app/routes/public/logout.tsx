import type { MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { signOut } from '~/domain/account/sign-out.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { redirectWith } from '~/server/flash.server';
import { publicCommand } from '~/server/http.server';
import { noSessionCookie, sessionToken } from '~/server/session.server';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';
import { Gate } from './gate';

export const meta: MetaFunction = () => [{ title: 'Déconnexion · Maillage' }];

export const action = publicCommand(z.object({}), async (_input, { request }) => {
  const token = await sessionToken(request);
  if (token) await asSystem('sign-out: ends the session of this cookie', (db) => signOut(db, token));
  return redirectWith(paths.login(), { kind: 'ok', text: 'Vous n’êtes plus en ligne. À bientôt !' }, { 'Set-Cookie': await noSessionCookie() });
});

/** For an address typed by hand: signing out changes something, so a link alone does not do it. */
export default function Logout() {
  return (
    <Gate title="Se déconnecter ?" intro="Votre travail est enregistré.">
      <Form method="post" className="form-actions">
        <Button variant="main">Se déconnecter</Button>
        <LinkButton to={paths.home()}>Rester en ligne</LinkButton>
      </Form>
    </Gate>
  );
}
