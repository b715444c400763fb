import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { forbidden, notFound } from '~/domain/errors';
import { allBut, conditionsOf, partnersOf } from '~/domain/partner/list/conditions.server';
import { understand, type Understood } from '~/domain/partner/list/list-partners.server';
import { Prisma } from '#prisma';
import { saysWhichPart, writeScope, type PortfolioScope } from './portfolio-scope';

/** A part of somebody's portfolio, once understood: its rows `s`, as the list of partners finds them. */
export type Portfolio = {
  fromId: string;
  from: Prisma.Sql;
  where: Prisma.Sql;
  /** Partners that fit but for the circle around a place, because their position is not known. */
  unplaced: Prisma.Sql;
  scope: PortfolioScope;
  understood: Understood;
  /** Null: a part that does not say which. */
  isClear: boolean;
};

/** May the actor hand over this person's portfolio? Throws `forbidden`. */
export function checkGiver({ actor }: Ctx, fromId: string): void {
  if (fromId !== actor.userId && !actorMay(actor, 'portfolio.handoverAny')) throw forbidden('Vous pouvez transmettre votre portefeuille, pas celui d’une autre personne.');
}

/** What somebody holds and the scope keeps: three queries at most. */
export async function portfolioOf(ctx: Ctx, { fromId, scope }: { fromId: string; scope: PortfolioScope }): Promise<Portfolio> {
  checkGiver(ctx, fromId);
  const understood = await understand(ctx, scope.filters);
  const { from, scope: ours } = partnersOf(ctx.actor);
  const conditions = conditionsOf(understood.criteria, ctx.actor);
  const site = scope.siteId ? Prisma.sql`s.partnership_id IN (SELECT p.id FROM partnership p WHERE p.mission_locale_id = app.mission_locale() AND p.site_id = ${scope.siteId}::uuid)` : Prisma.sql`true`;
  const held = Prisma.sql`${ours} AND s.officer_id = ${fromId}::uuid`;
  // The archives go with the whole, and with no part of it.
  const rest = scope.isAll ? Prisma.sql`true` : Prisma.sql`${allBut(conditions, 'circle')} AND ${site}`;
  const applied = { ...scope, filters: understood.filters };
  return {
    fromId,
    from,
    where: Prisma.sql`${held} AND ${rest} AND ${conditions.circle ?? Prisma.sql`true`}`,
    unplaced: conditions.circle ? Prisma.sql`${held} AND ${rest} AND s.latitude IS NULL` : Prisma.sql`false`,
    scope: applied,
    understood,
    // A criterion that no longer exists was left out: what is left would be more than was asked for.
    isClear: scope.isAll || (saysWhichPart(applied) && understood.notices.length === 0),
  };
}

/** Colleagues who are in charge of partners, those who left included, with how many. One query. */
export function holders(ctx: Ctx) {
  return ctx.db.$queryRaw<{ id: string; name: string; count: number; hasLeft: boolean }[]>`
    SELECT u.id::text, u.first_name || ' ' || u.last_name AS name, held.count,
      NOT EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND m.ended_at IS NULL) AS "hasLeft"
    FROM (SELECT officer_id, count(*)::int AS count FROM partnership WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND officer_id IS NOT NULL AND merged_into_id IS NULL GROUP BY officer_id) AS held
    JOIN user_account u ON u.id = held.officer_id
    WHERE ${actorMay(ctx.actor, 'portfolio.handoverAny')} OR u.id = ${ctx.actor.userId}::uuid ORDER BY u.last_name, u.first_name, u.id`;
}

/** A handover that the actor may read: all of the agency for who looks after it, else those that name the actor. Throws `notFound`. */
export async function handoverOf(ctx: Ctx, handoverId: string) {
  const handover = await ctx.db.handover.findFirst({ where: { id: handoverId, ...readableBy(ctx) } });
  if (!handover) throw notFound('Cette passation n’existe pas, ou plus.');
  return handover;
}

export const readableBy = ({ actor }: Ctx) => (actorMay(actor, 'portfolio.handoverAny') ? {} : { OR: [{ fromId: actor.userId }, { toId: actor.userId }, { createdById: actor.userId }] });

/** The scope as the table keeps it. */
export const keptScope = (scope: PortfolioScope): string => writeScope(scope).toString();
