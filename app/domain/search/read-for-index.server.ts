import type { Db } from '~/access/context';
import { Prisma } from '#prisma';
import { offerDocument, partnerDocument, type OfferForIndex, type PartnerForIndex } from '#search/documents';
import type { FoundThing, IndexKind } from './word-engine';

/** Documents of these things, from the flat rows and their texts as they are now. Those that are no longer there have none. */
export function documentsOf(db: Db, kind: IndexKind, things: readonly FoundThing[]): Promise<(FoundThing & object)[]> {
  const wanted = Prisma.sql`JOIN unnest(${things.map(({ agency }) => agency)}::uuid[], ${things.map(({ id }) => id)}::uuid[]) AS w(agency, id) ON `;
  return kind === 'partner' ? partners(db, Prisma.sql`${wanted} (s.mission_locale_id, s.partnership_id) = (w.agency, w.id)`, Prisma.empty) : offers(db, Prisma.sql`${wanted} (s.mission_locale_id, s.offer_id) = (w.agency, w.id)`, Prisma.empty);
}

/** The next `most` documents after this thing, in the order of the key; from the first when null. */
export function documentsAfter(db: Db, kind: IndexKind, after: FoundThing | null, most: number): Promise<(FoundThing & object)[]> {
  const id = kind === 'partner' ? Prisma.sql`s.partnership_id` : Prisma.sql`s.offer_id`;
  const rest = Prisma.sql`WHERE ${after ? Prisma.sql`(s.mission_locale_id, ${id}) > (${after.agency}::uuid, ${after.id}::uuid)` : Prisma.sql`true`} ORDER BY s.mission_locale_id, ${id} LIMIT ${most}`;
  return (kind === 'partner' ? partners : offers)(db, Prisma.empty, rest);
}

async function partners(db: Db, join: Prisma.Sql, rest: Prisma.Sql): Promise<(FoundThing & object)[]> {
  const rows = await db.$queryRaw<PartnerForIndex[]>`
    SELECT s.partnership_id::text AS id, s.mission_locale_id::text AS agency, s.region_code AS region, s.is_archived AS "isArchived", s.commune_code AS "communeCode", s.latitude, s.longitude,
      app.norm(concat_ws(' ', o.name, o.brand_name, o.acronym, o.original_name)) AS name,
      app.norm(concat_ws(' ', s.commune_name, d.name, s.postcode, s.departement_code)) AS place,
      app.norm(concat_ws(' ', k.labels, t.labels, g.labels, s.address_line, search.words_of_codes(k.codes || o.naf_code))) AS about
    FROM search.partner s ${join} JOIN organisation o ON o.id = s.organisation_id LEFT JOIN departement d ON d.code = s.departement_code
    CROSS JOIN LATERAL (SELECT string_agg(label, ' ') AS labels, coalesce(array_agg(code), '{}') AS codes FROM organisation_kind WHERE id = ANY (s.kind_ids)) k
    CROSS JOIN LATERAL (SELECT string_agg(label, ' ') AS labels FROM theme WHERE code = ANY (s.theme_codes)) t
    CROSS JOIN LATERAL (SELECT string_agg(label, ' ') AS labels FROM tag WHERE id = ANY (s.tag_ids)) g ${rest}`;
  return rows.map((row) => partnerDocument(row) as FoundThing);
}

/** The same texts as `search.refresh_offers` gives PostgreSQL's index. */
async function offers(db: Db, join: Prisma.Sql, rest: Prisma.Sql): Promise<(FoundThing & object)[]> {
  const rows = await db.$queryRaw<OfferForIndex[]>`
    SELECT s.offer_id::text AS id, s.mission_locale_id::text AS agency, s.audience_key AS audience, s.commune_code AS "communeCode", s.latitude, s.longitude, s.reception_modes = '{a-distance}' AS "isAtDistance", ARRAY(SELECT z FROM unnest(s.zones) AS z WHERE z ~ '^\\d') AS serves,
      app.norm(concat_ws(' ', s.title, CASE WHEN s.kind = 'service' THEN t.labels END, search.words_of_codes(s.romes))) AS title, app.norm(concat_ws(' ', trades.words, f.prepares, search.words_of_thematiques(f.thematiques))) AS trades,
      app.norm(concat_ws(' ', s.commune_name, d.name, s.postcode, s.departement_code)) AS place, app.norm(s.holder) AS holder,
      app.norm(concat_ws(' ', CASE s.kind WHEN 'job' THEN 'emploi' WHEN 'apprenticeship' THEN 'alternance apprentissage' WHEN 'immersion' THEN 'immersion pmsmp' WHEN 'internship' THEN 'stage'
        WHEN 'training' THEN 'formation' WHEN 'workshop' THEN 'atelier' WHEN 'mentoring' THEN 'parrainage' ELSE 'service' END, s.contract, CASE WHEN s.kind <> 'service' THEN t.labels END, f.schedule, f.duration, array_to_string(s.romes, ' '))) AS about,
      app.norm(left(concat_ws(' ', f.description, f.conditions), 4000)) AS text
    FROM search.offer s ${join} JOIN offer f ON (f.mission_locale_id, f.id) = (s.mission_locale_id, s.offer_id) LEFT JOIN departement d ON d.code = s.departement_code
    CROSS JOIN LATERAL (SELECT string_agg(x.words, ' ') AS words FROM (SELECT label AS words FROM rome_job WHERE code = ANY (s.romes) UNION ALL SELECT search_label FROM rome_title WHERE job_code = ANY (s.romes)) x) trades
    CROSS JOIN LATERAL (SELECT string_agg(label, ' ') AS labels FROM theme WHERE code = ANY (s.theme_codes)) t ${rest}`;
  return rows.map((row) => offerDocument(row) as FoundThing);
}
