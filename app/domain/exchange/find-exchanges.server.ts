import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import type { ExchangeFilters } from './exchange-filters';
import { readCursor, readTimeline, type TimelineExchange } from './partner-timeline.server';

const pageSize = 25;
export type FoundExchange = TimelineExchange & { partnershipId: string; partner: string };

/**
 * The exchanges of the agency that the filters keep, the latest first, twenty-five a page: words by their beginnings, without
 * accents, all of them. `after` is the cursor given as `next`. Two queries, however many exchanges.
 */
export async function findExchanges(ctx: Ctx, { words, kind, authorId, days }: ExchangeFilters, after: string | null): Promise<{ exchanges: FoundExchange[]; next: string | null }> {
  const cursor = readCursor(after);
  const since = days === null ? null : new Date(ctx.now.getTime() - days * 86_400_000);
  const rows = await readTimeline(ctx, Prisma.sql`SELECT 'exchange' AS type, id, happened_at AS at
    FROM search.exchanges(${words}::text[], ${kind}::interaction_kind, ${authorId}::uuid, ${since}::timestamptz, ${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid, ${pageSize + 1}::int)`);
  const shown = rows.slice(0, pageSize);
  const partners = new Map((await partnersOf(ctx, shown.map(({ id }) => id))).map(({ id, ...partner }) => [id, partner]));
  return {
    exchanges: shown.flatMap(({ cursor: _, ...item }) => {
      const partner = partners.get(item.id);
      return item.type === 'exchange' && partner ? [{ ...item, ...partner }] : [];
    }),
    next: rows.length > pageSize ? (shown.at(-1)?.cursor ?? null) : null,
  };
}

const partnersOf = (ctx: Ctx, ids: readonly string[]) => ctx.db.$queryRaw<{ id: string; partnershipId: string; partner: string }[]>`
  SELECT i.id::text, s.partnership_id::text AS "partnershipId", s.name AS partner
  FROM interaction i JOIN search.partner s ON s.mission_locale_id = i.mission_locale_id AND s.partnership_id = i.partnership_id
  WHERE i.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND i.id = ANY (${ids}::uuid[])`;
