import type { Ctx } from '~/access/context';
import { lastWord } from '~/domain/task/rules/last-word.server';

export type QuietPartner = { id: string; name: string; communeName: string | null; last: Date };
/** Silence from which one's active partners are shown. The proposal to put to sleep comes later, by the agency's setting. */
export const quietMonthsAtHome = 6;

/** One's active partners with whom nothing was said for six months, the longest silence first, six of them; and how many are asleep. Two queries. */
export async function quietPartners(ctx: Ctx): Promise<{ partners: QuietPartner[]; asleep: number }> {
  const partners = await ctx.db.$queryRaw<QuietPartner[]>`
    SELECT id, name, "communeName", last FROM (
      SELECT p.partnership_id AS id, p.name, p.commune_name AS "communeName", p.last FROM (
        SELECT s.partnership_id, s.name, s.commune_name, ${lastWord} AS last
        FROM search.partner_of_agency s JOIN partnership p ON p.mission_locale_id = s.mission_locale_id AND p.id = s.partnership_id
        WHERE s.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND NOT s.is_archived AND s.officer_id = ${ctx.actor.userId}::uuid AND s.stage = 'active') p) q
    WHERE last < ${ctx.now}::timestamptz - make_interval(months => ${quietMonthsAtHome}::int) ORDER BY last, id LIMIT 6`;
  const [{ asleep } = { asleep: 0 }] = await ctx.db.$queryRaw<{ asleep: number }[]>`
    SELECT count(*)::int AS asleep FROM search.partner_of_agency WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND NOT is_archived AND officer_id = ${ctx.actor.userId}::uuid AND stage = 'dormant'`;
  return { partners, asleep };
}
