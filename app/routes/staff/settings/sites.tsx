import { useLoaderData, useSearchParams } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { addSite } from '~/domain/agency/add-site.server';
import { closeSite, makeSiteMain, reopenSite } from '~/domain/agency/close-site.server';
import { editSite } from '~/domain/agency/edit-site.server';
import { listSites } from '~/domain/agency/list-sites.server';
import { addSiteSchema, editSiteSchema, oneSiteSchema } from '~/domain/agency/site';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { AddSiteForm, EditSiteForm, SiteStanding } from '~/routes/staff/settings/parts/site-forms';
import { SiteTable } from '~/routes/staff/settings/parts/site-table';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Card } from '~/ui/card';

export const loader = page('agency.read', async (ctx) => ({ sites: await listSites(ctx), mayEdit: actorMay(ctx.actor, 'agency.edit') }));

const done = (text: string) => redirectWith(paths.settingsSites(), { kind: 'ok', text });

export const action = commands({
  add: command('agency.edit', addSiteSchema, async (ctx, input) => {
    await addSite(ctx, input);
    return done(`Le site ${inGuillemets(input.name)} est ouvert.`);
  }),
  edit: command('agency.edit', editSiteSchema, async (ctx, input) => {
    await editSite(ctx, input);
    return done(`Le site ${inGuillemets(input.name)} est enregistré.`);
  }),
  close: command('agency.edit', oneSiteSchema, async (ctx, input) => {
    await closeSite(ctx, input);
    return done('Le site est fermé : il n’est plus proposé dans les listes.');
  }),
  reopen: command('agency.edit', oneSiteSchema, async (ctx, input) => {
    await reopenSite(ctx, input);
    return done('Le site est rouvert.');
  }),
  main: command('agency.edit', oneSiteSchema, async (ctx, input) => {
    await makeSiteMain(ctx, input);
    return done('Le site principal a changé.');
  }),
});

export default function Sites() {
  const { sites, mayEdit } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const edited = mayEdit ? sites.find(({ id }) => id === search.get('site')) : undefined;
  return (
    <>
      {edited && (
        <>
          <Card title={`Modifier le site ${edited.fields.name}`}>
            <EditSiteForm key={`${edited.id} ${edited.version}`} site={edited} />
          </Card>
          <Card title="Rôle de ce site">
            <SiteStanding site={edited} />
          </Card>
        </>
      )}
      <SiteTable sites={sites} mayEdit={mayEdit} />
      {mayEdit && !edited && (
        <Card title="Ouvrir un site">
          <AddSiteForm key={sites.length} isFirst={sites.length === 0} />
        </Card>
      )}
    </>
  );
}
