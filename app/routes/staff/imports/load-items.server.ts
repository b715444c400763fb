import type { Ctx } from '~/access/context';
import { firstTab, importTabs } from '~/domain/import/import-tabs';
import { itemsOfImport, rankInTab, type ImportView } from '~/domain/import/imports.queries.server';

/** The part of the plan that the address asks for (`?groupe=…&apres=…`), else the first that holds something worth a look; null when there is no plan to show. */
export async function loadItems(ctx: Ctx, { id, state, counts }: ImportView, search: URLSearchParams) {
  if (!counts || (state !== 'planned' && state !== 'applied')) return null;
  const tab = importTabs.find((one) => one === search.get('groupe')) ?? firstTab(counts);
  const number = (name: string) => (/^\d{1,9}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : undefined);
  const { items, hasMore, hasLess } = await itemsOfImport(ctx, id, tab, { after: number('apres'), before: number('avant') });
  const rank = items.length > 0 ? await rankInTab(ctx, id, tab, items[0]!.position) : 0;
  return { tab, items, hasMore, hasLess, rank, total: counts[tab] };
}
export type ItemsPage = NonNullable<Awaited<ReturnType<typeof loadItems>>>;
