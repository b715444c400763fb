import type { Db } from '~/access/context';
import { Prisma } from '#prisma';
import type { Reachable } from './match-keys';

export type PartnerToCompare = Reachable & { partnershipId: string; isArchived: boolean };

/** Read at once, so that a large agency is never whole in one answer. */
const AT_ONCE = 4000;

/**
 * What partners of an agency are compared by, read as the system: those of `ids`, or the whole agency, in turns. The numbers and
 * addresses of contacts count as the partner's. One query a turn.
 */
export async function* partnersToCompare(db: Db, { missionLocaleId, ids }: { missionLocaleId: string; ids: readonly string[] | null }): AsyncGenerator<PartnerToCompare[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  while (true) {
    const rows = await db.$queryRaw<PartnerToCompare[]>`
      SELECT s.partnership_id AS "partnershipId", s.is_archived AS "isArchived", s.siret, s.name, o.brand_name AS "brandName", o.acronym, o.original_name AS "originalName",
        s.address_line AS "addressLine", s.postcode, s.commune_code AS "communeCode", s.commune_name AS "communeName", s.departement_code AS "departementCode", s.website, s.phones,
        CASE WHEN o.merged_into_id IS NOT NULL OR EXISTS (SELECT FROM organisation d WHERE d.merged_into_id = o.id) THEN app.kept_of(o.id)::text END AS "keptByNetwork",
        ARRAY(SELECT k.code FROM organisation_kind k WHERE k.id = ANY (s.kind_ids) AND k.code IS NOT NULL) AS kinds,
        CASE WHEN s.place_precision IN ('exact', 'street') THEN json_build_object('latitude', s.latitude, 'longitude', s.longitude) END AS position,
        ARRAY(SELECT s.email WHERE s.email IS NOT NULL UNION SELECT c.email FROM contact c
          WHERE c.mission_locale_id = s.mission_locale_id AND c.partnership_id = s.partnership_id AND c.deleted_at IS NULL AND c.email IS NOT NULL) AS mails
      FROM search.partner s JOIN organisation o ON o.id = s.organisation_id
      WHERE s.mission_locale_id = ${missionLocaleId}::uuid AND s.partnership_id > ${after}::uuid AND ${ids ? Prisma.sql`s.partnership_id = ANY (${ids as string[]}::uuid[])` : Prisma.sql`true`}
      ORDER BY s.partnership_id LIMIT ${AT_ONCE}`;
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.partnershipId;
  }
}
