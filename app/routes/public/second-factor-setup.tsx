import { data, redirect, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { codeSchema } from '~/domain/account/account.schema';
import { beginSecondFactor } from '~/domain/account/begin-second-factor.server';
import { confirmSecondFactor } from '~/domain/account/confirm-second-factor.server';
import { returnPath } from '~/domain/account/return-path';
import { secondFactorOf } from '~/domain/account/second-factor.queries.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { RecoveryCodes } from '~/routes/staff/account/recovery-codes';
import { SetUpSecondFactor } from '~/routes/staff/account/set-up-second-factor';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { commands, publicCommand, publicPage } from '~/server/http.server';
import { halfwayVisitor } from '~/server/session.server';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';
import { Gate } from './gate';

export const meta: MetaFunction = () => [{ title: 'Double authentification · Maillage' }];

/** An administrator whose agency asks for a second factor, and who has none yet: nothing else opens before. */
async function settingUp(request: Request, url: URL) {
  const halfway = await halfwayVisitor(request);
  if (halfway?.missing !== 'setup') throw redirect(paths.login(returnPath(url.searchParams.get('retour'))));
  return halfway.actor;
}

const secret = () => env().APP_SECRET;

export const loader = publicPage(async ({ request, url }, visitor) => {
  const next = returnPath(url.searchParams.get('retour'));
  // Just put in place: this page still shows the recovery codes.
  if (visitor) return { next, place: visitor.placeName, begun: null, isDone: true };
  const actor = await settingUp(request, url);
  const factor = await asSystem('a required second factor is set up by its owner', (db) => secondFactorOf(db, secret(), actor));
  return { next, place: actor.placeName, isDone: false, begun: factor.state === 'begun' ? { picture: factor.picture, typed: factor.typed } : null };
});

export const action = commands({
  begin: publicCommand(z.object({}), async (_input, { request, url }) => {
    const { userId } = await settingUp(request, url);
    await asSystem('a required second factor is prepared', (db) => beginSecondFactor(db, secret(), userId));
    return data({ ok: true });
  }),
  confirm: publicCommand(codeSchema, async ({ code }, { request, url }) => {
    const actor = await settingUp(request, url);
    const codes = await asSystem('a required second factor is put in place', (db) => confirmSecondFactor(db, secret(), { ...actor, code, at: new Date() }));
    return data({ ok: true, codes });
  }),
});

export default function SecondFactorSetup() {
  const { next, place, begun, isDone } = useLoaderData<typeof loader>();
  const codes = useActionData<{ codes?: string[] }>()?.codes;
  if (codes) {
    return (
      <Gate title="Vos codes de secours">
        <RecoveryCodes codes={codes} next={<LinkButton to={next} variant="main">Je les ai notés, continuer</LinkButton>} />
      </Gate>
    );
  }
  if (isDone) {
    return (
      <Gate title="Double authentification">
        <p className="mb-4">Elle est en place.</p>
        <LinkButton to={next} variant="main">Continuer</LinkButton>
      </Gate>
    );
  }
  return (
    <Gate title="Double authentification" intro={`${place} la demande aux personnes qui l’administrent. C’est l’affaire de deux minutes.`} after={<SignOut />}>
      <SetUpSecondFactor begun={begun} isRequired={false} />
    </Gate>
  );
}

function SignOut() {
  return (
    <Form method="post" action={paths.logout()}>
      <Button variant="quiet">Plus tard : se déconnecter</Button>
    </Form>
  );
}
