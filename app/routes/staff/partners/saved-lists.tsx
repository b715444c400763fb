import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { deleteList } from '~/domain/saved-list/delete-list.server';
import { renameList } from '~/domain/saved-list/rename-list.server';
import { listIdSchema, renameListSchema } from '~/domain/saved-list/saved-list.schema';
import { savedLists } from '~/domain/saved-list/saved-lists.queries.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { SavedListCard } from '~/routes/staff/partners/saved-lists/saved-list-card';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const loader = page('list.save', async (ctx) => ({ lists: await savedLists(ctx) }));

export const action = commands({
  rename: command('list.save', renameListSchema, async (ctx, input) => {
    await renameList(ctx, input);
    return redirectWith(paths.savedLists(), { kind: 'ok', text: input.isShared ? `${inGuillemets(input.name)} est enregistrée, toute l’agence la voit.` : `${inGuillemets(input.name)} est enregistrée, pour vous.` });
  }),
  delete: command('list.save', listIdSchema, async (ctx, { listId }) => {
    const { name } = await deleteList(ctx, { listId });
    return redirectWith(paths.savedLists(), { kind: 'ok', text: `La liste ${inGuillemets(name)} est supprimée. Les partenaires, eux, restent.`, action: { label: 'Annuler', to: paths.savedListRestore(listId) } });
  }),
});

export const meta: MetaFunction = () => [{ title: 'Listes enregistrées – Maillage' }];

export default function SavedLists() {
  const { lists } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const [params] = useSearchParams();
  const failed = failure?.intent === 'rename' ? failure : undefined;
  return (
    <Page title="Listes enregistrées" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }]} meta={['Les vôtres, et celles que vos collègues partagent.']}>
      {lists.length === 0 ? (
        <EmptyState
          icon="list"
          title="Pas encore de liste"
          text="Filtrez vos partenaires puis « Listes », « Enregistrer cette liste » ; ou cochez-en quelques-uns, puis « Garder en liste »."
          action={<LinkButton to={paths.partners()}>Aller aux partenaires</LinkButton>}
        />
      ) : (
        lists.map((list) => <SavedListCard key={`${list.id}${list.version}`} list={list} isOpen={params.get('renommer') === list.id} failure={failed?.values.listId === list.id ? failed : undefined} />)
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
