import type { Ctx } from '~/access/context';
import { knownId } from '~/domain/partnership/partnership-of.server';
import type { Relative } from './family';

export type Family = { relatives: Relative[]; /** Around the partner in all, itself included; more than `relatives` when they are many. */ total: number };

/**
 * The organisations around a partner: its group or federation, all that hangs on the same, the establishments of its company. Facts
 * of the register, and our own partnerships; never who else works with them. `most` at most, ours first, and always what the partner
 * hangs on. The double that a merge has made of one of ours is not told beside the record that is kept. One query.
 */
export async function familyOf(ctx: Ctx, partnershipId: string | undefined, most: number): Promise<Family> {
  const rows = await ctx.db.$queryRaw<(Relative & { total: number; isDouble: boolean })[]>`
    WITH p AS (SELECT organisation_id FROM partnership WHERE id = ${knownId(partnershipId)}::uuid),
      told AS MATERIALIZED (SELECT f.* FROM p CROSS JOIN LATERAL app.family(p.organisation_id, ${most}::int) f),
      f AS (SELECT told.* FROM told
        UNION ALL SELECT a.id, a.parent_id, a.name, a.siret, a.commune, a.departement_code, a.closed_on, 'tree', a.level, a.works_with, (SELECT max(total) FROM told)
          FROM p CROSS JOIN LATERAL app.family_above(p.organisation_id) a WHERE (SELECT max(total) FROM told) > ${most} AND a.id NOT IN (SELECT told.id FROM told))
    SELECT f.id::text, f.parent_id::text AS "parentId", f.name, f.siret, f.commune, f.departement_code AS "departementCode", f.closed_on IS NOT NULL AS "isClosed", f.link, f.level, f.total,
      f.id = p.organisation_id AS "isMember", f.level = 0 AND f.link = 'tree' AND EXISTS (SELECT FROM app.register_names(ARRAY[f.id]) r WHERE r.kind_code = 'federation') AS "isFederation",
      f.works_with AND f.id <> p.organisation_id AND EXISTS (SELECT FROM organisation d WHERE d.id = f.id AND d.merged_into_id IS NOT NULL) AS "isDouble",
      CASE WHEN f.works_with THEN (SELECT coalesce(json_agg(json_build_object('id', coalesce(w.merged_into_id, w.id), 'stage', w.stage, 'agency', ml.name) ORDER BY ml.name), '[]')
        FROM partnership w JOIN mission_locale ml ON ml.id = w.mission_locale_id WHERE w.organisation_id = f.id) ELSE '[]' END AS partnerships
    FROM p CROSS JOIN f`;
  const doubles = rows.filter(({ isDouble }) => isDouble).length;
  return { relatives: rows.flatMap(({ total: _total, isDouble, ...relative }) => (isDouble ? [] : [relative])), total: (rows[0]?.total ?? 0) - doubles };
}

export type GroupSummary = {
  /** How many establishments of the tree are ours, archived ones apart. */
  establishments: number;
  forms: { id: string; label: string; accepts: number; regular: number; refuses: number; /** Places a month of those that said a number. */ capacity: number | null }[];
  /** Our agreements with them that end first; days are `YYYY-MM-DD`. */
  ending: { id: string; title: string; endsOn: string; partnershipId: string; name: string }[];
};

/** What the establishments of the tree that are ours accept, form by form, and their agreements that end next (a region reads none). One query. */
export async function groupSummary(ctx: Ctx, partnershipId: string | undefined): Promise<GroupSummary> {
  const [row] = await ctx.db.$queryRaw<GroupSummary[]>`
    WITH ours AS MATERIALIZED (
      SELECT w.mission_locale_id, w.id, f.name FROM partnership p CROSS JOIN LATERAL app.family(p.organisation_id, 10000) f JOIN partnership w ON w.organisation_id = f.id
      WHERE p.id = ${knownId(partnershipId)}::uuid AND f.link = 'tree' AND f.works_with AND w.stage <> 'archived' AND w.merged_into_id IS NULL)
    SELECT (SELECT count(*)::int FROM ours) AS establishments,
      (SELECT coalesce(json_agg(t ORDER BY t.accepts DESC, t.position, t.label), '[]') FROM (
        SELECT f.id, f.label, f.position, count(*) FILTER (WHERE e.readiness IN ('willing', 'tried', 'regular')) AS accepts, count(*) FILTER (WHERE e.readiness = 'regular') AS regular,
          count(*) FILTER (WHERE e.readiness = 'refused') AS refuses, sum(e.capacity_per_month) FILTER (WHERE e.readiness IN ('willing', 'tried', 'regular')) AS capacity
        FROM ours o JOIN engagement e ON e.mission_locale_id = o.mission_locale_id AND e.partnership_id = o.id JOIN engagement_form f ON f.id = e.form_id GROUP BY f.id) t) AS forms,
      (SELECT coalesce(json_agg(t ORDER BY t."endsOn"), '[]') FROM (
        SELECT a.id, a.title, a.ends_on AS "endsOn", o.id AS "partnershipId", o.name FROM ours o JOIN agreement a ON a.mission_locale_id = o.mission_locale_id AND a.partnership_id = o.id
        WHERE a.deleted_at IS NULL AND a.state = 'active' AND a.ends_on IS NOT NULL ORDER BY a.ends_on LIMIT 5) t) AS ending`;
  return row ?? { establishments: 0, forms: [], ending: [] };
}
