import type { Ctx } from '~/access/context';
import { conflict, invalid, notFound } from '~/domain/errors';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import { mostSearches } from './most-searches';

export type SavedSearch = { id: string; name: string; filters: string; byMail: boolean; /** What it found in the last week. */ found: number };

/** The person's searches of offers, by name. One query; none for a region. */
export function savedSearches(ctx: Ctx): Promise<SavedSearch[]> {
  return ctx.db.$queryRaw<SavedSearch[]>`SELECT s.id::text, s.name, s.filters, s.by_mail AS "byMail",
      (SELECT count(*)::int FROM offer_alert a WHERE a.mission_locale_id = s.mission_locale_id AND a.search_id = s.id AND a.found_at > ${new Date(ctx.now.getTime() - 7 * 86_400_000)}) AS found
    FROM offer_search s WHERE s.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND s.user_id = ${ctx.actor.userId}::uuid AND s.deleted_at IS NULL ORDER BY app.norm(s.name), s.id`;
}

/**
 * Keeps the filters of an address under a name; what they find from now on is told, by mail when `byMail`. Throws `invalid` when
 * they filter nothing, `conflict` beyond twenty.
 */
export async function saveSearch(ctx: Ctx, { name, address, byMail }: { name: string; address: string; byMail: boolean }): Promise<{ searchId: string }> {
  const filters = writeOfferFilters({ ...readOfferFilters(new URLSearchParams(address)).filters, tri: null, vue: '' }).toString();
  if (filters === '') throw invalid('name', 'Cherchez ou filtrez d’abord : une alerte sur toutes les offres n’apprendrait rien.');
  if (filters.length > 4000) throw invalid('name', 'Cette recherche a trop de filtres pour être gardée.');
  if ((await ctx.db.offerSearch.count({ where: { userId: ctx.actor.userId, deletedAt: null } })) >= mostSearches) throw conflict(`Vous avez ${mostSearches} recherches : supprimez-en une d’abord.`);
  const { id } = await ctx.db.offerSearch.create({ data: { name, filters, byMail }, select: { id: true } });
  return { searchId: id };
}

/** Tells by mail what a search finds, or no longer: it stays on the home page. */
export async function switchSearchMail(ctx: Ctx, { searchId, byMail }: { searchId: string; byMail: boolean }): Promise<void> {
  const { count } = await ctx.db.offerSearch.updateMany({ where: { id: searchId, userId: ctx.actor.userId, deletedAt: null }, data: { byMail } });
  if (count === 0) throw notFound('Cette recherche n’existe pas, ou plus.');
}

/** Takes a search away; it can come back. */
export async function deleteSearch(ctx: Ctx, { searchId }: { searchId: string }): Promise<{ name: string }> {
  const search = await ctx.db.offerSearch.findFirst({ where: { id: searchId, userId: ctx.actor.userId } });
  if (!search) throw notFound('Cette recherche n’existe pas, ou plus.');
  await ctx.db.offerSearch.updateMany({ where: { id: searchId }, data: { deletedAt: ctx.now } });
  return { name: search.name };
}

/** Brings it back, as it was. */
export async function restoreSearch(ctx: Ctx, { searchId }: { searchId: string }): Promise<void> {
  const { count } = await ctx.db.offerSearch.updateMany({ where: { id: searchId, userId: ctx.actor.userId }, data: { deletedAt: null } });
  if (count === 0) throw notFound('Cette recherche n’existe pas, ou plus.');
}
