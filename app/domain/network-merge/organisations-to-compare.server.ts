import type { Db } from '~/access/context';
import type { Reachable } from '~/domain/duplicate/match-keys';
import { Prisma } from '#prisma';

export type OrganisationToCompare = Reachable & { organisationId: string };

/**
 * What organisations of the network are compared by, read as the system: their common facts, never what an agency knows of them (a
 * contact, a kind of its own). `ids`, or the next ones after an id. Doubles are left out. One query.
 */
export function organisationsToCompare(db: Db, asked: { ids: readonly string[] } | { after: string; most: number }): Promise<OrganisationToCompare[]> {
  const which = 'ids' in asked ? Prisma.sql`o.id = ANY (${asked.ids as string[]}::uuid[])` : Prisma.sql`o.id > ${asked.after}::uuid`;
  return db.$queryRaw<OrganisationToCompare[]>`
    SELECT o.id AS "organisationId", o.siret, o.name, o.brand_name AS "brandName", o.acronym, o.original_name AS "originalName",
      o.address_line AS "addressLine", o.postcode, o.commune_code AS "communeCode", c.name AS "communeName", o.departement_code AS "departementCode", o.website,
      ARRAY(SELECT DISTINCT search.phone_digits(x) FROM unnest(o.other_phones || o.phone) AS x WHERE x IS NOT NULL) AS phones,
      ARRAY(SELECT k.code FROM organisation_kind k WHERE k.id = o.kind_id AND k.code IS NOT NULL) AS kinds,
      CASE WHEN o.place_precision IN ('exact', 'street') THEN json_build_object('latitude', o.latitude, 'longitude', o.longitude) END AS position,
      CASE WHEN o.email IS NULL THEN '{}' ELSE ARRAY[o.email] END AS mails
    FROM organisation o LEFT JOIN commune c ON c.code = o.commune_code
    WHERE o.merged_into_id IS NULL AND ${which} ORDER BY o.id ${'ids' in asked ? Prisma.empty : Prisma.sql`LIMIT ${asked.most}`}`;
}
