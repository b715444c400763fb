import { Form, useLoaderData } from '@remix-run/react';
import { ownSessions } from '~/domain/account/account.queries.server';
import { chooseSchema } from '~/domain/account/account.schema';
import { revokeOtherSessions, revokeSession } from '~/domain/account/revoke-session.server';
import { momentOf } from '~/domain/text/french-date';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { ConfirmButton } from '~/ui/confirm-button';

export const loader = page('account.own', async (ctx) => (await ownSessions(ctx)).map(({ id, device, createdAt, lastSeenAt, isThisOne }) => ({ id, device, isThisOne, since: momentOf(createdAt), seen: momentOf(lastSeenAt) })));

export const action = commands({
  one: command('account.own', chooseSchema, async (ctx, { id }) => {
    await revokeSession(ctx, { sessionId: id });
    return redirectWith(paths.accountSessions(), { kind: 'ok', text: 'Cet appareil est déconnecté.' });
  }),
  others: command('account.own', z.object({}), async (ctx) => {
    const count = await revokeOtherSessions(ctx);
    return redirectWith(paths.accountSessions(), { kind: 'ok', text: count > 1 ? `${count} appareils sont déconnectés.` : 'L’autre appareil est déconnecté.' });
  }),
});

export default function Sessions() {
  const sessions = useLoaderData<typeof loader>();
  return (
    <Card title="Appareils connectés" action={sessions.length > 1 && <DisconnectOthers />}>
      <p className="mb-2 text-muted">Un appareil que vous ne reconnaissez pas ? Déconnectez-le, puis changez votre mot de passe.</p>
      <ul>
        {sessions.map(({ id, device, since, seen, isThisOne }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3">
            <div>
              <b>{device}</b>
              <p className="text-[0.9375rem] text-muted">
                Depuis le {since}
                {!isThisOne && ` · vu pour la dernière fois le ${seen}`}
              </p>
            </div>
            {isThisOne ? <Chip tone="ok">Cet appareil</Chip> : <DisconnectOne id={id} device={device} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DisconnectOne({ id, device }: { id: string; device: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button size="small" name="intent" value="one">
        Déconnecter<span className="visually-hidden"> : {device}</span>
      </Button>
    </Form>
  );
}

function DisconnectOthers() {
  return (
    <Form method="post">
      <ConfirmButton name="intent" value="others" size="small" title="Déconnecter tous les autres appareils ?" text="Il faudra s’y connecter de nouveau. Celui-ci reste connecté." confirmLabel="Déconnecter">
        Déconnecter les autres
      </ConfirmButton>
    </Form>
  );
}
