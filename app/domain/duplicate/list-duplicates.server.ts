import type { Ctx } from '~/access/context';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { compareRecords, keptFirst, type ComparedLine } from './compare-records';
import type { Reason } from './duplicate-score';
import type { Level } from './level';

/** One of two partners side by side. `exchanges` and `contacts`: how many hang on it. `isDouble`: the network keeps another organisation of it. */
export type PairedPartner = {
  partnershipId: string; name: string; siret: string | null; kind: string; addressLine: string | null; postcode: string | null; commune: string | null; phone: string | null; email: string | null; website: string | null;
  stage: Stage; officer: string | null; contacts: number; exchanges: number; createdAt: string; isDouble: boolean;
};
type Side = { partnershipId: string; name: string };
/** `kept`: the one to keep, to our mind. */
export type DuplicateRow = { id: string; score: number; level: Level; reasons: Reason[]; reopenedAt: Date | null; dismissedAt: Date | null; dismissedBy: string | null; kept: Side; other: Side; lines: ComparedLine[] };
type Found = Omit<DuplicateRow, 'kept' | 'other' | 'lines'> & { one: PairedPartner; other: PairedPartner };
export type DuplicateView = { level: Level | null; isDismissed: boolean };
export type DuplicateCounts = Record<Level, number> & { dismissed: number };

const pageSize = 10;

const theTwo = Prisma.sql`JOIN search.partner a ON (a.mission_locale_id, a.partnership_id) = (p.mission_locale_id, p.one_id)
  JOIN search.partner b ON (b.mission_locale_id, b.partnership_id) = (p.mission_locale_id, p.other_id)`;

function partner(s: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('partnershipId', s.partnership_id, 'name', s.name, 'siret', s.siret, 'kind', k.label, 'addressLine', s.address_line, 'postcode', s.postcode, 'commune', s.commune_name,
      'phone', s.phone, 'email', s.email, 'website', s.website, 'stage', s.stage, 'createdAt', s.created_at, 'isDouble', (SELECT o.merged_into_id IS NOT NULL FROM organisation o WHERE o.id = s.organisation_id),
      'officer', (SELECT concat_ws(' ', u.first_name, u.last_name) FROM user_account u WHERE u.id = s.officer_id),
      'contacts', (SELECT count(*) FROM contact c WHERE c.mission_locale_id = s.mission_locale_id AND c.partnership_id = s.partnership_id AND c.deleted_at IS NULL AND c.left_at IS NULL),
      'exchanges', (SELECT count(*) FROM interaction i WHERE i.mission_locale_id = s.mission_locale_id AND i.partnership_id = s.partnership_id AND i.deleted_at IS NULL))
    FROM search.partner s JOIN organisation_kind k ON k.id = s.kind_id WHERE (s.mission_locale_id, s.partnership_id) = (p.mission_locale_id, ${s}))`;
}

/** The pairs of the agency that wait, the surest first, or those that somebody said are two; ten a page. `after` is `score~id` of the last one of the page before. One query. */
export async function listDuplicates(ctx: Ctx, { level, isDismissed, after = null }: DuplicateView & { after?: string | null }): Promise<{ pairs: DuplicateRow[]; next: string | null }> {
  const from = cursor.safeParse(after ?? '');
  const beyond = from.success ? Prisma.sql`(-p.score, p.id) > (${-from.data.score}::int, ${from.data.id}::uuid)` : Prisma.sql`true`;
  const rows = await ctx.db.$queryRaw<Found[]>`
    SELECT p.id, p.score, p.level::text AS level, p.reasons, p.reopened_at AS "reopenedAt", p.dismissed_at AS "dismissedAt",
      (SELECT concat_ws(' ', u.first_name, u.last_name) FROM user_account u WHERE u.id = p.dismissed_by_id) AS "dismissedBy", ${partner(Prisma.sql`p.one_id`)} AS one, ${partner(Prisma.sql`p.other_id`)} AS other
    FROM (SELECT p.* FROM duplicate_pair p ${theTwo} WHERE p.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND p.state = ${isDismissed ? 'dismissed' : 'open'}::duplicate_state
      AND ${level ? Prisma.sql`p.level = ${level}::duplicate_level` : Prisma.sql`true`} AND ${beyond} ORDER BY -p.score, p.id LIMIT ${pageSize + 1}) p
    ORDER BY -p.score, p.id`;
  const pairs = rows.slice(0, pageSize);
  const last = pairs.at(-1);
  return { pairs: pairs.map(sideBySide), next: rows.length > pageSize && last ? `${last.score}~${last.id}` : null };
}

function sideBySide({ one, other, ...pair }: Found): DuplicateRow {
  const [kept, second] = keptFirst(one, other);
  const side = ({ partnershipId, name }: PairedPartner) => ({ partnershipId, name });
  return { ...pair, kept: side(kept), other: side(second), lines: compareRecords(kept, second) };
}

const cursor = z.string().transform((text) => text.split('~')).pipe(z.tuple([z.string().regex(/^\d{1,3}$/).transform(Number), z.uuid()])).transform(([score, id]) => ({ score, id }));

/** How many pairs wait at each level, and how many were said to be two. One query. */
export async function countDuplicates(ctx: Ctx): Promise<DuplicateCounts> {
  const [counts] = await ctx.db.$queryRaw<[DuplicateCounts]>`
    SELECT count(*) FILTER (WHERE p.state = 'open' AND p.level = 'sure')::int AS sure, count(*) FILTER (WHERE p.state = 'open' AND p.level = 'probable')::int AS probable,
      count(*) FILTER (WHERE p.state = 'open' AND p.level = 'possible')::int AS possible, count(*) FILTER (WHERE p.state = 'dismissed')::int AS dismissed
    FROM duplicate_pair p ${theTwo} WHERE p.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid`;
  return counts;
}

export type LikelyDouble = { pairId: string; partnershipId: string; name: string; level: Level };

/** With whom a partner may be in double, sure or probable, three at most. One query. */
export async function doublesOfPartner(ctx: Ctx, partnershipId: string): Promise<LikelyDouble[]> {
  return ctx.db.$queryRaw<LikelyDouble[]>`
    SELECT p.id AS "pairId", s.partnership_id AS "partnershipId", s.name, p.level::text AS level
    FROM (SELECT id, other_id AS theirs, level, score FROM duplicate_pair WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND one_id = ${partnershipId}::uuid AND state = 'open' AND level <> 'possible'
      UNION ALL SELECT id, one_id, level, score FROM duplicate_pair WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND other_id = ${partnershipId}::uuid AND state = 'open' AND level <> 'possible') p
    JOIN search.partner s ON s.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND s.partnership_id = p.theirs ORDER BY p.score DESC, p.id LIMIT 3`;
}
