import type { Ctx } from '~/access/context';
import { readinessWords, type Readiness } from '~/domain/engagement/readiness';
import { formatSiret } from '~/domain/organisation/siret';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, engagementScope, engagementsOf, partnersOf } from './conditions.server';
import type { Criteria } from './criteria';
import type { Cursor } from './cursor';
import type { PartnerFilters } from './filters';
import { criteriaFor, listWithTotal, sortOf, type PartnerList } from './list-partners.server';
import type { ListValues } from './list-values';
import { pageOfPartners } from './page-of-partners.server';

export type MatrixCell = { readiness: Readiness; capacityPerMonth: number | null };
export type MatrixForm = { value: string; label: string };
export type PartnerMatrix = {
  list: PartnerList;
  forms: MatrixForm[];
  /** By partner, then by form. Absent: nobody said anything. */
  cells: Record<string, Record<string, MatrixCell>>;
  /** By form, then by level: of all the partners that the filters keep, not of this page. */
  totals: Record<string, Partial<Record<Readiness, number>>>;
};

/** A page of the portfolio, partners by forms of engagement, with the totals of the whole: the queries of a page of the list and two more. */
export async function matrixOfPartners(ctx: Ctx, asked: Partial<PartnerFilters> & { apres?: string | null; avant?: string | null }): Promise<PartnerMatrix> {
  let totals: PartnerMatrix['totals'] = {};
  const list = await listWithTotal(ctx, asked, async (criteria, values) => {
    const counted = await countByForm(ctx, criteria, values);
    totals = counted.byForm;
    return counted.total;
  });
  const forms = list.values.forme.filter(({ value, isRetired }) => !isRetired || totals[value]);
  return { list, forms: forms.map(({ value, label }) => ({ value, label })), cells: await cellsOf(ctx, list.rows.map(({ id }) => id), list.values), totals };
}

/** The whole portfolio as rows of cells, the header first, read by chunks. */
export async function* exportMatrix(ctx: Ctx, asked: PartnerFilters): AsyncGenerator<(string | null)[]> {
  const { criteria, filters, values } = await criteriaFor(ctx, asked);
  const forms = values.forme;
  const sort = sortOf(filters, criteria);
  const isRegion = ctx.actor.missionLocaleId === null;
  yield [...(isRegion ? ['Mission Locale'] : []), 'Nom', 'SIRET', 'Commune', ...forms.map(({ label }) => label)];
  let after: Cursor | null = null;
  do {
    const { rows } = await pageOfPartners(ctx, { criteria, sort, after, size: chunk });
    const shown = rows.slice(0, chunk);
    const cells = await cellsOf(ctx, shown.map(({ id }) => id), values);
    for (const { id, agency, name, siret, commune } of shown) {
      yield [...(isRegion ? [agency] : []), name, siret && formatSiret(siret).replaceAll(' ', ''), commune, ...forms.map(({ value }) => cellInWords(cells[id]?.[value]))];
    }
    const last = rows[chunk - 1];
    after = rows.length > chunk && last ? { sort, key: last.key, rank: 1 } : null;
  } while (after);
}

const chunk = 2000;

/** `déjà fait, 2 par mois`; null when nobody said anything. */
export const cellInWords = (cell: MatrixCell | undefined): string | null =>
  cell ? [readinessWords[cell.readiness], cell.capacityPerMonth !== null && `${cell.capacityPerMonth} par mois`].filter(Boolean).join(', ') : null;

/** A local form of several agencies of a region is one column. */
const valueOfForm = (values: ListValues) => new Map(values.forme.flatMap(({ value, ids }) => ids.map((id) => [id, value] as const)));

async function cellsOf(ctx: Ctx, ids: readonly string[], values: ListValues): Promise<PartnerMatrix['cells']> {
  const rows = await ctx.db.$queryRaw<({ partnershipId: string; formId: string } & MatrixCell)[]>`
    SELECT e.partnership_id::text AS "partnershipId", e.form_id::text AS "formId", e.readiness::text, e.capacity_per_month AS "capacityPerMonth"
    FROM ${engagementsOf(ctx.actor)} WHERE ${engagementScope(ctx.actor)} AND e.partnership_id = ANY (${ids}::uuid[])`;
  const value = valueOfForm(values);
  const cells: PartnerMatrix['cells'] = {};
  for (const { partnershipId, formId, readiness, capacityPerMonth } of rows) (cells[partnershipId] ??= {})[value.get(formId) ?? formId] = { readiness, capacityPerMonth };
  return cells;
}

/** How many partners the criteria keep, and what they accept. They are looked for once: one query. */
async function countByForm(ctx: Ctx, criteria: Criteria, values: ListValues): Promise<{ total: number; byForm: PartnerMatrix['totals'] }> {
  const { from, scope } = partnersOf(ctx.actor);
  const conditions = conditionsOf(criteria, ctx.actor);
  const partners = (where: Prisma.Sql) => Prisma.sql`(SELECT s.partnership_id FROM ${from} WHERE ${scope} AND ${where})`;
  const engagements = Prisma.sql`SELECT e.form_id, e.readiness, count(*)::int FROM ${engagementsOf(ctx.actor)} WHERE ${engagementScope(ctx.actor)}`;
  // Nothing filtered: the archived ones are left out, ten times fewer to look up than those that stay.
  const isWhole = !criteria.isArchived && Object.keys(conditions).length === 1;
  const rows = await ctx.db.$queryRaw<{ formId: string | null; readiness: Readiness; count: number }[]>(
    isWhole
      ? Prisma.sql`SELECT NULL::uuid AS "formId", NULL::readiness AS readiness, count(*)::int AS count FROM ${from} WHERE ${scope} AND NOT s.is_archived
          UNION ALL ${engagements} AND e.partnership_id NOT IN ${partners(Prisma.sql`s.is_archived`)} GROUP BY 1, 2`
      : Prisma.sql`WITH found AS MATERIALIZED ${partners(allBut(conditions))}
          SELECT NULL::uuid AS "formId", NULL::readiness AS readiness, count(*)::int AS count FROM found
          UNION ALL ${engagements} AND e.partnership_id IN (SELECT partnership_id FROM found) GROUP BY 1, 2`,
  );
  const value = valueOfForm(values);
  const byForm: PartnerMatrix['totals'] = {};
  let total = 0;
  for (const { formId, readiness, count } of rows) {
    if (formId === null) total = count;
    else {
      const ofForm = (byForm[value.get(formId) ?? formId] ??= {});
      ofForm[readiness] = (ofForm[readiness] ?? 0) + count;
    }
  }
  return { total, byForm };
}
