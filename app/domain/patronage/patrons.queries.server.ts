import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { patronsPerPage, type PatronFilters } from './patron-filters';
import type { PatronageKind } from './patronage';
import type { YearTotal } from './patronage.queries.server';

export type Patron = { partnershipId: string; name: string; commune: string | null; kinds: PatronageKind[]; gifts: number; firstYear: number; lastYear: number; received: string; promised: string };
export type RenewalToCome = { patronageId: string; partnershipId: string; name: string; kind: PatronageKind; amount: string | null; year: number; renewalOn: string };
export type Patrons = { patrons: Patron[]; total: number; years: (YearTotal & { patrons: number })[]; renewals: RenewalToCome[] };

const kept = ({ year, kind }: Pick<PatronFilters, 'year' | 'kind'>) => Prisma.sql`g.deleted_at IS NULL AND g.mission_locale_id = app.mission_locale()
  ${year === null ? Prisma.empty : Prisma.sql`AND g.year = ${year}`} ${kind === null ? Prisma.empty : Prisma.sql`AND g.kind = ${kind}::patronage_kind`}`;
const received = Prisma.sql`coalesce(sum(g.amount) FILTER (WHERE g.received_on IS NOT NULL), 0)::numeric(14,2)`;
const promised = Prisma.sql`coalesce(sum(g.amount) FILTER (WHERE g.received_on IS NULL), 0)::numeric(14,2)`;

/** The patrons of the agency, who gave most first, fifty a page: one query. `size` is for exports. */
export async function pageOfPatrons(ctx: Ctx, filters: PatronFilters, size: number = patronsPerPage): Promise<(Patron & { total: number })[]> {
  return ctx.db.$queryRaw<(Patron & { total: number })[]>`
    SELECT s.partnership_id::text AS "partnershipId", s.name, s.commune_name AS commune, array_agg(DISTINCT g.kind::text ORDER BY g.kind::text) AS kinds, count(*)::int AS gifts, min(g.year) AS "firstYear", max(g.year) AS "lastYear",
      ${received}::text AS received, ${promised}::text AS promised, count(*) OVER ()::int AS total
    FROM patronage g JOIN search.partner_of_agency s ON s.partnership_id = g.partnership_id WHERE ${kept(filters)}
    GROUP BY s.partnership_id, s.name, s.commune_name ORDER BY ${received} DESC, ${promised} DESC, s.name, s.partnership_id
    LIMIT ${size} OFFSET ${(filters.page - 1) * size}`;
}

/**
 * The page of patrons: who gives, the totals of each year (whatever the year asked for), and what to speak of again within 90
 * days or is overdue. Three queries, however many patrons.
 */
export async function listPatrons(ctx: Ctx, filters: PatronFilters): Promise<Patrons> {
  const patrons = await pageOfPatrons(ctx, filters);
  const years = await ctx.db.$queryRaw<Patrons['years']>`
    SELECT g.year, ${received}::text AS received, ${promised}::text AS promised, count(DISTINCT g.partnership_id)::int AS patrons
    FROM patronage g WHERE ${kept({ ...filters, year: null })} GROUP BY g.year ORDER BY g.year DESC LIMIT 12`;
  const renewals = await patronageToRenew(ctx, { withinDays: 90 });
  return { patrons, total: patrons[0]?.total ?? 0, years, renewals };
}

/**
 * Gifts whose day to be spoken of again is at most `withinDays` days away, overdue ones first; not those of a patron that
 * gave or promised again for a later year: of the agency, or of the partners that `officerId` is in charge of. One query.
 */
export async function patronageToRenew(ctx: Ctx, { withinDays, officerId = null, limit = 100 }: { withinDays: number; officerId?: string | null; limit?: number }): Promise<RenewalToCome[]> {
  return ctx.db.$queryRaw<RenewalToCome[]>`
    SELECT g.id::text AS "patronageId", g.partnership_id::text AS "partnershipId", s.name, g.kind::text, g.amount::text, g.year, g.renewal_on::text AS "renewalOn"
    FROM patronage g JOIN search.partner_of_agency s ON s.partnership_id = g.partnership_id
    WHERE g.deleted_at IS NULL AND g.mission_locale_id = app.mission_locale() AND g.renewal_on <= (${ctx.now}::timestamptz AT TIME ZONE 'Europe/Paris')::date + ${withinDays}::int AND NOT s.is_archived
      AND (${officerId}::uuid IS NULL OR s.officer_id = ${officerId}::uuid)
      AND NOT EXISTS (SELECT FROM patronage later WHERE later.mission_locale_id = g.mission_locale_id AND later.partnership_id = g.partnership_id AND later.deleted_at IS NULL AND later.year > g.year)
    ORDER BY g.renewal_on, s.name LIMIT ${limit}`;
}
