import type { Db } from '~/access/context';
import { fold } from '~/domain/text/fold';
import type { ValueIds } from './compare-organisation';
import type { ImportedFacts } from './imported-facts';
import type { KnownOrganisation, KnownPartnership } from './known-organisation';
import { indexKnown, type KnownIndex } from './match-organisation';

type Row = Omit<KnownOrganisation, 'partnership'> & { [Key in keyof KnownPartnership as `p_${Key}`]: KnownPartnership[Key] | null };

/**
 * What the network knows of these organisations (by SIRET, by name in the commune), and what the agency lives with each:
 * one query, whatever their number. Organisations without SIRET of other agencies stay unseen.
 */
export async function knownAmong(db: Db, given: readonly ImportedFacts[]): Promise<KnownIndex> {
  const sirets = given.flatMap(({ siret }) => siret ?? []);
  const names = [...new Set(given.map(({ nameKey }) => nameKey))];
  const communes = [...new Set(given.flatMap(({ communeCode }) => communeCode ?? []))];
  const placelessNames = given.flatMap(({ communeCode, nameKey }) => (communeCode ? [] : nameKey));
  const rows = await db.$queryRaw<Row[]>`
    WITH found AS (
      SELECT * FROM app.register_by_siret(${sirets}::text[])
      UNION ALL
      SELECT * FROM app.register_by_name(${names}::text[]) WHERE (commune_code = ANY (${communes}::text[]) OR name_key = ANY (${placelessNames}::text[]))
        AND (siret IS NULL OR siret <> ALL (${sirets}::text[]))
    )
    SELECT o.id AS "organisationId", o.name_key AS "nameKey", o.name, o.brand_name AS "brandName", o.acronym, o.siret, o.naf_code AS "nafCode", o.legal_form AS "legalForm", o.has_youth_label AS "hasYouthLabel",
      o.description, o.phone, o.other_phones AS "otherPhones", o.email, o.website, o.opening_hours AS "openingHours", o.address_line AS "addressLine",
      o.address_extra AS "addressExtra", o.postcode, o.cedex, o.commune_code AS "communeCode", c.name AS "communeName", o.departement_code AS "departementCode",
      o.latitude, o.longitude, o.place_precision::text AS "placePrecision", o.fact_sources AS "factSources", o.kind_id AS "kindId",
      p.id AS p_id, p.stage::text AS p_stage, p.external_id AS "p_externalId",
      ARRAY(SELECT k.kind_id::text FROM partnership_kind k WHERE k.mission_locale_id = p.mission_locale_id AND k.partnership_id = p.id) AS "p_kindIds",
      ARRAY(SELECT t.theme_code FROM partnership_theme t WHERE t.mission_locale_id = p.mission_locale_id AND t.partnership_id = p.id) AS p_themes,
      ARRAY(SELECT t.tag_id::text FROM partnership_tag t WHERE t.mission_locale_id = p.mission_locale_id AND t.partnership_id = p.id) AS "p_tagIds",
      (SELECT coalesce(json_agg(json_build_object('lastName', x.last_name, 'firstName', x.first_name, 'email', x.email, 'phone', x.phone)), '[]')
        FROM contact x WHERE x.mission_locale_id = p.mission_locale_id AND x.partnership_id = p.id) AS p_contacts
    FROM found o
    LEFT JOIN commune c ON c.code = o.commune_code
    -- A record that was merged: what the file brings goes to the one that has all of it.
    LEFT JOIN partnership own ON own.organisation_id = o.id AND own.mission_locale_id = app.mission_locale()
    LEFT JOIN partnership p ON p.mission_locale_id = own.mission_locale_id AND p.id = coalesce(own.merged_into_id, own.id)`;
  return indexKnown(rows.map(knownOf));
}

function knownOf({ p_id, p_stage, p_externalId, p_kindIds, p_themes, p_tagIds, p_contacts, ...organisation }: Row): KnownOrganisation {
  const partnership = p_id && { id: p_id, stage: p_stage ?? 'prospect', externalId: p_externalId, kindIds: p_kindIds ?? [], themes: p_themes ?? [], tagIds: p_tagIds ?? [], contacts: p_contacts ?? [] };
  return { ...organisation, partnership: partnership || null };
}

/** The kinds and tags that the agency may give: the network's by code, and all by folded label. */
export async function valueIds(db: Db): Promise<ValueIds> {
  const kinds = await db.organisationKind.findMany({ where: { retiredAt: null }, select: { id: true, code: true, label: true } });
  const tags = await db.tag.findMany({ where: { retiredAt: null }, select: { id: true, label: true } });
  const byLabel = kinds.map(({ id, label }) => [fold(label), id] as const);
  const byCode = kinds.flatMap(({ id, code }) => (code ? [[code, id] as const] : []));
  return { kinds: new Map([...byLabel, ...byCode]), kindLabels: new Map(kinds.map(({ id, label }) => [id, label])), tags: new Map(tags.map(({ id, label }) => [fold(label), id])) };
}
