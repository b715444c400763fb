import type { Ctx } from '~/access/context';
import { listValues } from '~/domain/partner/list/list-values.server';
import { findPlace } from '~/domain/partner/list/find-place.server';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import { byName } from './handed-lists.server';
import { handoverOf, readableBy } from './portfolio-of.server';
import { readScope } from './portfolio-scope';
import { scopeWords } from './scope-words';
import { mayUndo } from './undo-handover.server';
import type { Territory } from './portfolio-preview';

const person = { select: { firstName: true, lastName: true } } as const;
const people = { from: person, to: person, createdBy: person, undoneBy: person } as const;
const nameOf = (one: { firstName: string; lastName: string } | null) => one && `${one.firstName} ${one.lastName}`;

export const handoversPerPage = 30;

/** Handovers that the actor may read, the latest first. Two queries, and one each for the people's names. */
export async function listHandovers(ctx: Ctx, page: number) {
  const where = readableBy(ctx);
  const found = await ctx.db.handover.findMany({ where, include: people, orderBy: { id: 'desc' }, skip: (page - 1) * handoversPerPage, take: handoversPerPage });
  const handovers = found.map(({ id, scope, partners, tasks, createdAt, undoneAt, ...handover }) => ({ id, isWhole: scope === '', partners, tasks, createdAt, undoneAt, from: nameOf(handover.from), to: nameOf(handover.to), by: nameOf(handover.createdBy) }));
  return { handovers, total: await ctx.db.handover.count({ where }) };
}

export type HandedPartner = { id: string; name: string; stage: Stage; commune: string | null; departement: string | null; officer: string | null; givenBack: boolean | null };

export const partnersPerPage = 100;

/** The report of a handover: who, what, where, and a page of the partners by name. */
export async function handoverReport(ctx: Ctx, handoverId: string, page: number) {
  const { id } = await handoverOf(ctx, handoverId);
  const handover = await ctx.db.handover.findFirstOrThrow({ where: { id }, include: people });
  const { scope } = readScope(new URLSearchParams(handover.scope));
  const values = await listValues(ctx);
  const { place } = await findPlace(ctx, scope.filters);
  const site = scope.siteId ? await ctx.db.site.findFirst({ where: { id: scope.siteId }, select: { name: true } }) : null;
  const territories = await ctx.db.$queryRaw<Territory[]>`
    SELECT s.commune_name AS commune, s.departement_code AS departement, count(*)::int AS count
    FROM handover_partner h JOIN search.partner_of_agency s ON s.partnership_id = h.partnership_id
    WHERE h.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND h.handover_id = ${id}::uuid GROUP BY 1, 2 ORDER BY count DESC, 1 LIMIT 200`;
  const lists = (await ctx.db.handoverList.findMany({ where: { handoverId: id }, select: { name: true, givenBack: true } })).sort(byName);
  const { from, to, createdBy, undoneBy, partners, tasks, introductions, word, createdAt, undoneAt } = handover;
  const [kept] = undoneAt
    ? await ctx.db.$queryRaw<[{ partners: number; tasks: number }]>`SELECT
        (SELECT count(*)::int FROM handover_partner WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND handover_id = ${id}::uuid AND NOT given_back) AS partners,
        (SELECT count(*)::int FROM handover_task WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND handover_id = ${id}::uuid AND NOT given_back) AS tasks`
    : [null];
  return {
    id, word, partners, tasks, introductions, createdAt, undoneAt, territories, lists: lists.map(({ name }) => name),
    kept: kept && { ...kept, lists: lists.filter(({ givenBack }) => givenBack === false).length },
    from: nameOf(from), to: nameOf(to), by: nameOf(createdBy), undoneBy: nameOf(undoneBy),
    what: scopeWords(scope, { values, place, site: site?.name ?? null }),
    rows: await handedPartners(ctx, id, { limit: partnersPerPage, offset: (page - 1) * partnersPerPage }),
    mayUndo: undoneAt === null && mayUndo(ctx.actor, handover),
  };
}

/** Partners of a handover by name, as they are today. One query. */
export function handedPartners(ctx: Ctx, handoverId: string, { limit, offset }: { limit: number; offset: number }): Promise<HandedPartner[]> {
  return ctx.db.$queryRaw<HandedPartner[]>`
    SELECT s.partnership_id::text AS id, s.name, s.stage::text, s.commune_name AS commune, s.departement_code AS departement, h.given_back AS "givenBack",
      (SELECT u.first_name || ' ' || u.last_name FROM user_account u WHERE u.id = s.officer_id) AS officer
    FROM handover_partner h JOIN search.partner_of_agency s ON s.partnership_id = h.partnership_id
    WHERE h.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND h.handover_id = ${handoverId}::uuid ORDER BY s.sort_name, s.partnership_id LIMIT ${limit} OFFSET ${offset}`;
}
