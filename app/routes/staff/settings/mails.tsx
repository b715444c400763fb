import { useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { countMails, listMails } from '~/domain/mail/list-mails.server';
import { resendRefusedMail } from '~/domain/mail/resend-refused-mail.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { useFailure } from '~/routes/public/use-failure';
import { MailFilter, MailTable } from '~/routes/staff/settings/parts/mail-table';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Flash } from '~/ui/flash';

const stateParameter = z.enum(['queued', 'sent', 'refused']).nullable().catch(null);

export const loader = page('job.read', async (ctx, { url }) => {
  const state = stateParameter.parse(url.searchParams.get('etat'));
  return { state, mails: await listMails(ctx, { state }), counts: await countMails(ctx), mayRetry: actorMay(ctx.actor, 'job.retry'), showPlace: ctx.actor.missionLocaleId === null, now: ctx.now };
});

export const action = command('job.retry', z.object({ id: z.uuid('Ce courriel n’existe pas ou plus.') }), async (ctx, input) => {
  await resendRefusedMail(ctx, input);
  return redirectWith(paths.settingsMails(), { kind: 'ok', text: 'Le courriel repart.' });
});

export default function Mails() {
  const { state, mails, counts, mayRetry, showPlace, now } = useLoaderData<typeof loader>();
  const { formError, errors } = useFailure();
  return (
    <>
      <p className="mb-4 text-muted">Les courriels que Maillage envoie pour votre agence. Un envoi refusé pour un temps est essayé de nouveau tout seul.</p>
      {(formError ?? errors.id) && <Flash kind="error">{formError ?? errors.id}</Flash>}
      <MailFilter current={state} counts={counts} />
      <Card flush>
        <MailTable mails={mails} mayRetry={mayRetry} showPlace={showPlace} now={now} isFiltered={state !== null} />
      </Card>
    </>
  );
}
