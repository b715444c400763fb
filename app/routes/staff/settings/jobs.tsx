import { Form, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { pastJobs, queuedJobs } from '~/domain/job/list-jobs.server';
import { retryJobs } from '~/domain/job/retry-jobs.server';
import { line } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { useFailure } from '~/routes/public/use-failure';
import { PastJobs, QueuedJobs } from '~/routes/staff/settings/parts/job-tables';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';

export const loader = page('job.read', async (ctx) => ({
  queued: await queuedJobs(ctx),
  past: await pastJobs(ctx),
  mayRetry: actorMay(ctx.actor, 'job.retry'),
  showPlace: ctx.actor.missionLocaleId === null,
  now: ctx.now,
}));

/** One job by its id, or all the parked ones when none is given. */
export const action = command('job.retry', z.object({ id: line(20) }), async (ctx, input) => {
  const { count } = await retryJobs(ctx, input);
  return redirectWith(paths.settingsJobs(), { kind: 'ok', text: count > 1 ? `${count} tâches sont relancées.` : 'La tâche est relancée.' });
});

export default function Jobs() {
  const { queued, past, mayRetry, showPlace, now } = useLoaderData<typeof loader>();
  const { formError } = useFailure();
  const parked = queued.filter(({ state }) => state === 'parked');
  const others = queued.filter(({ state }) => state !== 'parked');
  return (
    <>
      <p className="mb-4 text-muted">Ce que Maillage fait à côté des pages : imports, courriels, recherche. Une tâche qui échoue est essayée dix fois, de plus en plus espacées, puis mise de côté ici.</p>
      {formError && <Flash kind="error">{formError}</Flash>}
      {parked.length > 0 && (
        <Card
          flush
          title={`À relancer (${parked.length})`}
          action={
            mayRetry && parked.length > 1 ? (
              <Form method="post">
                <Button size="small" icon="refresh">
                  Tout relancer
                </Button>
              </Form>
            ) : null
          }
        >
          <QueuedJobs caption="Tâches mises de côté après dix essais" jobs={parked} mayRetry={mayRetry} showPlace={showPlace} now={now} />
        </Card>
      )}
      <Card flush title="En cours et en attente">
        {others.length > 0 ? (
          <QueuedJobs caption="Tâches en cours et en attente" jobs={others} mayRetry={mayRetry} showPlace={showPlace} now={now} />
        ) : (
          <EmptyState icon="ok" title="Rien n’attend" text={parked.length > 0 ? 'Seules les tâches ci-dessus attendent votre décision.' : 'Toutes les tâches sont faites.'} />
        )}
      </Card>
      {past.length > 0 && (
        <Card flush title="Dernières tâches faites">
          <PastJobs jobs={past} showPlace={showPlace} now={now} />
        </Card>
      )}
    </>
  );
}
