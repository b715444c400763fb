import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { codeSchema, passwordSchema } from '~/domain/account/account.schema';
import { beginSecondFactor } from '~/domain/account/begin-second-factor.server';
import { confirmSecondFactor } from '~/domain/account/confirm-second-factor.server';
import { renewRecoveryCodes } from '~/domain/account/renew-recovery-codes.server';
import { secondFactorOf } from '~/domain/account/second-factor.queries.server';
import { stopSecondFactor } from '~/domain/account/stop-second-factor.server';
import { dayOf } from '~/domain/text/french-date';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';
import { ManageSecondFactor } from './manage-second-factor';
import { RecoveryCodes } from './recovery-codes';
import { SetUpSecondFactor } from './set-up-second-factor';

const secret = () => env().APP_SECRET;

export const loader = page('account.own', async ({ actor }) => {
  const factor = await asSystem('the second factor is read by its owner', (db) => secondFactorOf(db, secret(), actor));
  return factor.state === 'on' ? { ...factor, since: dayOf(factor.since) } : factor;
});

export const action = commands({
  begin: command('account.own', z.object({}), async ({ actor }) => {
    await asSystem('a second factor is prepared by its owner', (db) => beginSecondFactor(db, secret(), actor.userId));
    return data({ ok: true });
  }),
  confirm: command('account.own', codeSchema, async ({ actor, now }, { code }) => {
    const codes = await asSystem('a second factor is put in place by its owner', (db) => confirmSecondFactor(db, secret(), { ...actor, code, at: now }));
    return data({ ok: true, codes });
  }),
  renew: command('account.own', passwordSchema, async ({ actor }, { password }, { address }) => data({ ok: true, codes: await renewRecoveryCodes(asSystem, secret(), { ...actor, address }, password) })),
  stop: command('account.own', passwordSchema, async ({ actor }, { password }, { address }) => {
    await stopSecondFactor(asSystem, secret(), { ...actor, address }, password);
    return redirectWith(paths.accountSecondFactor(), { kind: 'ok', text: 'La double authentification est retirée.' });
  }),
});

export default function SecondFactor() {
  const factor = useLoaderData<typeof loader>();
  const codes = useActionData<{ codes?: string[] }>()?.codes;
  if (codes) {
    return (
      <Card title="Vos codes de secours">
        <RecoveryCodes codes={codes} next={<LinkButton to={paths.accountSecondFactor()} variant="main">Je les ai notés</LinkButton>} />
      </Card>
    );
  }
  return (
    <Card title="Double authentification">
      {factor.state === 'on' ? <ManageSecondFactor {...factor} /> : <SetUpSecondFactor begun={factor.state === 'begun' ? factor : null} isRequired={factor.isRequired} />}
    </Card>
  );
}
