import type { Ctx } from '~/access/context';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { Prisma } from '#prisma';
import { listsToHand } from './handed-lists.server';
import { deservesIntroduction } from './introductions.server';
import type { Portfolio } from './portfolio-of.server';
import { communesShown, soonDays, type PortfolioPreview } from './portfolio-preview';

/** What a handover would move, before it does. Two queries. */
export async function previewPortfolio(ctx: Ctx, portfolio: Portfolio): Promise<PortfolioPreview> {
  const { fromId, scope, from, where, unplaced } = portfolio;
  const soon = addDays(parisDay(ctx.now), soonDays);
  const ofChosen = (alias: string) => Prisma.sql`${Prisma.raw(alias)}.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND ${Prisma.raw(alias)}.partnership_id IN (SELECT id FROM chosen)`;
  const [counted] = await ctx.db.$queryRaw<[Omit<PortfolioPreview, 'lists' | 'unseenLists'>]>`
    WITH chosen AS MATERIALIZED (SELECT s.partnership_id AS id, s.stage, s.commune_name, s.departement_code FROM ${from} WHERE ${where})
    SELECT (SELECT count(*)::int FROM chosen) AS total, (SELECT count(*)::int FROM ${from} WHERE ${unplaced}) AS unplaced,
      (SELECT coalesce(json_agg(json_build_object('stage', stage, 'count', n) ORDER BY stage), '[]') FROM (SELECT stage, count(*)::int AS n FROM chosen GROUP BY stage) AS one) AS stages,
      (SELECT coalesce(json_agg(json_build_object('commune', commune_name, 'departement', departement_code, 'count', n) ORDER BY n DESC, commune_name), '[]')
        FROM (SELECT commune_name, departement_code, count(*)::int AS n FROM chosen GROUP BY 1, 2 ORDER BY n DESC, 1 LIMIT ${communesShown}) AS one) AS communes,
      (SELECT count(DISTINCT (departement_code, commune_name))::int FROM chosen) AS "communeCount",
      (SELECT count(*)::int FROM task t WHERE t.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND t.assignee_id = ${fromId}::uuid AND t.done_at IS NULL AND t.deleted_at IS NULL
        AND (${scope.isAll} OR t.partnership_id IN (SELECT id FROM chosen))) AS tasks,
      (SELECT count(*)::int FROM agreement a WHERE ${ofChosen('a')} AND a.deleted_at IS NULL AND a.state = 'active' AND a.ends_on BETWEEN ${parisDay(ctx.now)}::date AND ${soon}::date) AS agreements,
      (SELECT count(*)::int FROM patronage g WHERE ${ofChosen('g')} AND g.deleted_at IS NULL AND g.renewal_on <= ${soon}::date) AS gifts,
      (SELECT count(*)::int FROM chosen WHERE ${deservesIntroduction(ctx, Prisma.sql`chosen.id`, Prisma.sql`chosen.stage`)}) AS introductions`;
  return { ...counted, ...(await listsToHand(ctx, fromId)) };
}
