import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import type { Renewal } from './agreement';
import type { AgreementFilters } from './agreement-filters';
import type { AgreementState } from './agreement.lifecycle';

export type ListedAgreement = {
  id: string; partnershipId: string; partner: string; title: string; state: AgreementState; startsOn: string | null; endsOn: string | null; renewal: Renewal; noticeDays: number | null; officerId: string | null; officer: string | null; isRenewed: boolean;
};

export const agreementsPerPage = 50;

const today = (now: Date) => Prisma.sql`(${now}::timestamptz AT TIME ZONE 'Europe/Paris')::date`;
const listed = Prisma.sql`a.id::text, a.partnership_id::text AS "partnershipId", s.name AS partner, a.title, a.state::text, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", a.renewal::text,
  a.notice_days AS "noticeDays", s.officer_id::text AS "officerId", (SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = s.officer_id) AS officer,
  EXISTS (SELECT FROM agreement n WHERE n.mission_locale_id = a.mission_locale_id AND n.renews_id = a.id AND n.deleted_at IS NULL) AS "isRenewed"`;
const from = Prisma.sql`agreement a JOIN search.partner_of_agency s ON s.partnership_id = a.partnership_id`;
const kept = Prisma.sql`a.mission_locale_id = app.mission_locale() AND a.deleted_at IS NULL`;

/**
 * The agreements of the agency: those that run by the nearest end, then those to sign and in preparation, what is over last;
 * fifty a page, and how many there are in each state. Two queries.
 */
export async function listAgreements(ctx: Ctx, { state, withinDays, page }: AgreementFilters): Promise<{ agreements: ListedAgreement[]; total: number; counts: Partial<Record<AgreementState, number>>; ending: number }> {
  const asked = Prisma.sql`${kept} ${state === null ? Prisma.empty : Prisma.sql`AND a.state = ${state}::agreement_state`}
    ${withinDays === null ? Prisma.empty : Prisma.sql`AND a.state = 'active' AND a.ends_on <= ${today(ctx.now)} + ${withinDays}::int`}`;
  const agreements = await ctx.db.$queryRaw<(ListedAgreement & { total: number })[]>`
    SELECT ${listed}, count(*) OVER ()::int AS total FROM ${from} WHERE ${asked}
    ORDER BY CASE a.state WHEN 'active' THEN 0 WHEN 'awaitingSignatures' THEN 1 WHEN 'draft' THEN 2 ELSE 3 END,
      CASE WHEN a.state IN ('expired', 'ended') THEN NULL ELSE a.ends_on END NULLS LAST, a.ends_on DESC NULLS LAST, a.id
    LIMIT ${agreementsPerPage} OFFSET ${(page - 1) * agreementsPerPage}`;
  const counted = await ctx.db.$queryRaw<{ state: AgreementState; n: number; ending: number }[]>`
    SELECT a.state::text, count(*)::int AS n, (count(*) FILTER (WHERE a.state = 'active' AND a.ends_on <= ${today(ctx.now)} + 60))::int AS ending FROM agreement a WHERE ${kept} GROUP BY a.state`;
  return { agreements, total: agreements[0]?.total ?? 0, counts: Object.fromEntries(counted.map(({ state: name, n }) => [name, n])), ending: counted.reduce((sum, one) => sum + one.ending, 0) };
}

/**
 * The agreements that run and end at most `withinDays` days from now, the nearest first, without those whose follower is written
 * already: those of the agency, or of the partners that `officerId` is in charge of. For the home page. One query.
 */
export async function agreementsEnding(ctx: Ctx, { withinDays, officerId = null, limit = 500 }: { withinDays: number; officerId?: string | null; limit?: number }): Promise<ListedAgreement[]> {
  return ctx.db.$queryRaw<ListedAgreement[]>`
    SELECT ${listed} FROM ${from} WHERE ${kept} AND a.state = 'active' AND a.ends_on <= ${today(ctx.now)} + ${withinDays}::int
      AND (${officerId}::uuid IS NULL OR s.officer_id = ${officerId}::uuid)
      AND NOT EXISTS (SELECT FROM agreement n WHERE n.mission_locale_id = a.mission_locale_id AND n.renews_id = a.id AND n.deleted_at IS NULL)
    ORDER BY a.ends_on, s.name, a.id LIMIT ${limit}`;
}
