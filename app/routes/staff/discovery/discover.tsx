import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { showsSteps } from '~/domain/discovery/discovery';
import { everyStep } from '~/domain/discovery/discovery.queries.server';
import { putStepsAway, readNews, showStepsAgain } from '~/domain/discovery/keep-discovery.server';
import { newsFor } from '~/domain/discovery/whats-new';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { NewsList } from '~/routes/staff/discovery/discovery-cards';
import { StepList } from '~/routes/staff/discovery/step-list';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Découvrir · Maillage' }];

export const loader = page('home.read', async (ctx) => ({ steps: await everyStep(ctx), areOnHome: showsSteps(ctx.actor), news: newsFor(ctx.actor.role) }));

export const action = commands({
  putAway: command('home.read', z.object({}), async (ctx) => {
    await putStepsAway(ctx);
    return redirectWith(paths.home(), { kind: 'ok', text: 'Les premiers pas sont masqués : ils restent dans « Découvrir Maillage », en bas du menu.' });
  }),
  again: command('home.read', z.object({}), async (ctx) => {
    await showStepsAgain(ctx);
    return redirectWith(paths.home(), { kind: 'ok', text: 'Les premiers pas sont de retour sur votre accueil.' });
  }),
  read: command('home.read', z.object({}), async (ctx) => {
    await readNews(ctx);
    return redirectWith(paths.home(), { kind: 'ok', text: 'C’est noté. Les nouveautés restent dans « Découvrir Maillage », en bas du menu.' });
  }),
});

export default function Discover() {
  const { steps, areOnHome, news } = useLoaderData<typeof loader>();
  const keys = (
    <Card title="Au clavier">
      <p><kbd className="kbd">/</kbd> chercher, <kbd className="kbd">Ctrl</kbd> <kbd className="kbd">K</kbd> aller partout, <kbd className="kbd">N</kbd> noter un échange sur une fiche, <kbd className="kbd">?</kbd> toutes les touches.</p>
    </Card>
  );
  return (
    <Page title="Découvrir Maillage" meta={['Les premiers pas de votre métier, et ce qui est nouveau']}>
      <Columns aside={<>{news.length > 0 && <Card title="Ce qui est nouveau"><NewsList news={news} /></Card>}{keys}</>}>
        <Card
          title="Premiers pas"
          action={steps.length > 0 && !areOnHome && (
            <Form method="post">
              <Button size="small" icon="undo" name="intent" value="again">Remettre sur mon accueil</Button>
            </Form>
          )}
        >
          {steps.length > 0 ? <StepList steps={steps} /> : <EmptyState icon="help" title="Rien à découvrir pour ce compte" text="Votre espace tient sur son accueil." />}
        </Card>
      </Columns>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
