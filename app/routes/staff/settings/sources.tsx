import { useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { feedFormSchema } from '~/domain/offer/elsewhere/feed-settings';
import { askRefresh, listFeeds, saveFeed } from '~/domain/offer/elsewhere/feeds.server';
import { feedSources } from '~/domain/offer/elsewhere/foreign-offer';
import { offerOrigins } from '~/domain/offer/offer-origin';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { FeedForm } from '~/routes/staff/settings/parts/feed-form';
import { FeedReport } from '~/routes/staff/settings/parts/feed-report';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { sourcesConfigured } from '~/server/sources-configured.server';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';

export const loader = page('agency.read', async (ctx) => ({ feeds: await listFeeds(ctx), configured: sourcesConfigured(), mayEdit: actorMay(ctx.actor, 'agency.edit'), now: ctx.now }));

export const action = commands({
  save: command('agency.edit', feedFormSchema, async (ctx, input) => {
    await saveFeed(ctx, input);
    return redirectWith(paths.settingsSources(), { kind: 'ok', text: input.isOn ? 'C’est enregistré : les offres arrivent dans quelques minutes, puis chaque nuit.' : 'C’est enregistré : plus rien n’est demandé à cette source, et ses offres quittent vos listes.' });
  }),
  refresh: command('agency.edit', z.object({ source: z.enum(feedSources) }), async (ctx, input) => {
    await askRefresh(ctx, input);
    return redirectWith(paths.settingsSources(), { kind: 'ok', text: 'La mise à jour est demandée. Rechargez la page dans un moment.' });
  }),
});

export default function Sources() {
  const { feeds, configured, mayEdit, now } = useLoaderData<typeof loader>();
  return (
    <>
      <p className="mb-4 text-muted">Des offres viennent d’ailleurs : elles sont mises à jour chaque nuit, ne se corrigent pas ici, et partent avec leur source. Elles se trouvent parmi les offres, avec le nom d’où elles viennent.</p>
      {feeds.map((feed) => (
        <Card key={feed.source} title={offerOrigins[feed.source].label} action={feed.source === 'dataInclusion' && mayEdit && <LinkButton to={paths.settingsSourcesFile()} size="small" icon="upload">Depuis un fichier</LinkButton>}>
          <FeedReport feed={feed} isConfigured={configured[feed.source]} now={now} mayEdit={mayEdit} />
          {mayEdit && <FeedForm key={JSON.stringify([feed.isOn, feed.filters])} feed={feed} />}
        </Card>
      ))}
    </>
  );
}
