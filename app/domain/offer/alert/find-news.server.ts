import type { Ctx } from '~/access/context';
import { allBut, offerConditions } from '~/domain/offer/list/offer-conditions.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { understandOffers } from '~/domain/offer/list/understand-offers.server';

/** A search that suddenly finds hundreds (an import) tells of so many a day; the list has the others. */
const mostAtOnce = 50;

/**
 * Writes down what the person's searches find that was published since each was saved, under their rights, each offer once for the
 * person whichever search finds it. Answers how many are new. Run again, it finds none.
 */
export async function findNews(ctx: Ctx): Promise<number> {
  const searches = await ctx.db.offerSearch.findMany({ where: { userId: ctx.actor.userId, deletedAt: null }, orderBy: { id: 'asc' } });
  let found = 0;
  for (const { id, filters, createdAt } of searches) {
    const { criteria } = await understandOffers(ctx, readOfferFilters(new URLSearchParams(filters)).filters);
    found += await ctx.db.$executeRaw`INSERT INTO offer_alert (offer_id, offer_agency_id, search_id, found_at)
      SELECT s.offer_id, s.mission_locale_id, ${id}::uuid, ${ctx.now} FROM search.offer_seen s WHERE ${allBut(offerConditions(criteria))} AND s.published_at > ${createdAt}
        AND NOT EXISTS (SELECT FROM offer_alert a WHERE a.mission_locale_id = app.mission_locale() AND a.user_id = app.actor() AND a.offer_id = s.offer_id)
      ORDER BY s.published_at DESC, s.offer_id LIMIT ${mostAtOnce} ON CONFLICT DO NOTHING`;
  }
  return found;
}

export type OfferNews = { id: string; title: string; holder: string; commune: string | null; search: string; foundAt: Date };

/** What was found these last days and is still there, the latest first; `untold` only: by mail, and not told yet. One query. */
export function offerNews(ctx: Ctx, { days, limit, untold = false }: { days: number; limit: number; untold?: boolean }): Promise<OfferNews[]> {
  return ctx.db.$queryRaw<OfferNews[]>`SELECT o.offer_id::text AS id, o.title, o.holder, o.commune_name AS commune, s.name AS search, a.found_at AS "foundAt"
    FROM offer_alert a JOIN offer_search s ON s.mission_locale_id = a.mission_locale_id AND s.id = a.search_id AND s.deleted_at IS NULL
      JOIN search.offer_seen o ON o.mission_locale_id = a.offer_agency_id AND o.offer_id = a.offer_id
    WHERE a.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND a.user_id = ${ctx.actor.userId}::uuid AND a.found_at > ${new Date(ctx.now.getTime() - days * 86_400_000)}
      AND (NOT ${untold}::boolean OR (a.told_at IS NULL AND s.by_mail)) ORDER BY a.found_at DESC, o.title, o.offer_id LIMIT ${limit}`;
}
