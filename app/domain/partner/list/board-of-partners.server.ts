import type { Ctx } from '~/access/context';
import { stageNames, type Stage } from '~/domain/partnership/partnership.lifecycle';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, partnersOf } from './conditions.server';
import type { PartnerFilters } from './filters';
import { criteriaFor, type Understood } from './list-partners.server';

/** Cards shown of each column: what one reads without scrolling for long. */
export const cardsPerStage = 30;

export type BoardCard = { id: string; name: string; agency: string; commune: string | null; departementCode: string | null; officer: string | null; stageSince: Date };
export type BoardColumn = { stage: Stage; count: number; cards: BoardCard[] };
export type Board = Pick<Understood, 'filters' | 'values' | 'notices'> & { place: Understood['criteria']['place']; columns: BoardColumn[]; total: number };

type Row = { stage: Stage; count: number; cards: (Omit<BoardCard, 'officer' | 'stageSince'> & { officerId: string | null; stageSince: string })[] };

/**
 * The partners that the filters keep, by stage: how many, and the first ones by name. Archived ones have no column. One query
 * beyond those that understand the filters.
 */
export async function boardOfPartners(ctx: Ctx, asked: PartnerFilters): Promise<Board> {
  const { criteria, filters, values, notices } = await criteriaFor(ctx, { ...asked, archives: false, etape: asked.etape.filter((stage) => stage !== 'archived') });
  const { from, scope } = partnersOf(ctx.actor);
  const where = Prisma.sql`${scope} AND ${allBut(conditionsOf(criteria, ctx.actor), 'etape')}`;
  const shown = stageNames.filter((stage) => stage !== 'archived' && (criteria.stages === null || criteria.stages.includes(stage)));
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH counts AS MATERIALIZED (SELECT s.stage, count(*)::int AS n FROM ${from} WHERE ${where} GROUP BY s.stage)
    SELECT column_of.stage::text, coalesce((SELECT n FROM counts WHERE counts.stage = column_of.stage), 0) AS count,
      (SELECT coalesce(json_agg(card), '[]') FROM (
        SELECT s.partnership_id AS id, s.name, ml.name AS agency, s.commune_name AS commune, s.departement_code AS "departementCode", s.officer_id AS "officerId", s.stage_since AS "stageSince"
        FROM (SELECT s.* FROM ${from} WHERE ${where} AND s.stage = column_of.stage ORDER BY s.sort_name, s.partnership_id LIMIT ${cardsPerStage}) s JOIN mission_locale ml ON ml.id = s.mission_locale_id
        ORDER BY s.sort_name, s.partnership_id) AS card) AS cards
    FROM unnest(${shown}::partnership_stage[]) WITH ORDINALITY AS column_of(stage, rank) ORDER BY column_of.rank`;
  const people = new Map(values.referent.flatMap(({ ids, label }) => ids.map((id) => [id, label] as const)));
  const columns = rows.map(({ stage, count, cards }) => ({
    stage,
    count,
    cards: cards.map(({ officerId, stageSince, ...card }) => ({ ...card, officer: officerId && (people.get(officerId) ?? null), stageSince: new Date(stageSince) })),
  }));
  return { columns, filters, values, notices, place: criteria.place, total: columns.reduce((sum, { count }) => sum + count, 0) };
}
