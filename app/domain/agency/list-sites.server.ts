import type { Ctx } from '~/access/context';
import { siteForm } from './site';

type SiteRow = { id: string; version: number; name: string; addressLine: string | null; postcode: string | null; commune: string | null; phone: string | null; isMain: boolean; closedAt: Date | null; people: number; partners: number };

/** The sites of the agency: open ones first, the main one on top, with how many people and partners each has. One query. */
export async function listSites(ctx: Ctx) {
  const rows = await ctx.db.$queryRaw<SiteRow[]>`
    SELECT s.id, s.version, s.name, s.address_line AS "addressLine", s.postcode, c.name AS commune, s.phone, s.is_main AS "isMain", s.closed_at AS "closedAt",
      (SELECT count(*)::int FROM membership m WHERE m.mission_locale_id = s.mission_locale_id AND m.site_id = s.id AND m.ended_at IS NULL) AS people,
      (SELECT count(*)::int FROM partnership p WHERE p.mission_locale_id = s.mission_locale_id AND p.site_id = s.id AND p.merged_into_id IS NULL) AS partners
    FROM site s LEFT JOIN commune c ON c.code = s.commune_code
    WHERE s.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid
    ORDER BY s.closed_at IS NOT NULL, s.is_main DESC, s.name COLLATE "fr-x-icu"`;
  return rows.map(({ closedAt, isMain, people, partners, id, version, ...facts }) => ({ id, version, isMain, isClosed: closedAt !== null, people, partners, fields: siteForm(facts) }));
}

/** Open sites, for a form's list. */
export function openSites(ctx: Ctx) {
  return ctx.db.site.findMany({ where: { missionLocaleId: ctx.actor.missionLocaleId ?? undefined, closedAt: null }, select: { id: true, name: true }, orderBy: [{ isMain: 'desc' }, { name: 'asc' }] });
}
