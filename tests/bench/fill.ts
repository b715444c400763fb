import type pg from 'pg';
import { chance, type Chance } from './chance';
import { copy } from './copy';
import { keyOf, makeAgencies, makeOrganisations, partnersOf, type Agency, type Organisation, type Town } from './network';
import { writeOffers } from './offers';

type Values = { kinds: string[]; forms: string[]; themes: string[] };
type Partnership = { id: string; agency: Agency; organisation: Organisation };

const stages = ['prospect', 'prospect', 'contacted', 'building', 'active', 'active', 'active', 'active', 'dormant', 'ended', 'archived'] as const;
const readiness = ['refused', 'to_explore', 'willing', 'tried', 'regular'] as const;

/**
 * Fills an empty, migrated and seeded database with the whole network (scaled), by COPY. Triggers rest meanwhile; the
 * search index and the trail of what was written are then made in one go each, as they would have been row by row.
 */
export async function fill(client: pg.Client, scale: number, log: (line: string) => void): Promise<Agency[]> {
  const random = chance(20261122);
  const towns = (await client.query<Town>(`SELECT c.code, c.name, c.postcodes[1] AS postcode, c.departement_code AS departement, d.region_code AS region, c.population, c.latitude, c.longitude
    FROM commune c JOIN departement d ON d.code = c.departement_code WHERE c.part_of_code IS NULL AND c.postcodes[1] IS NOT NULL ORDER BY c.code`)).rows;
  const values: Values = {
    kinds: await column(client, `SELECT id AS value FROM organisation_kind WHERE mission_locale_id IS NULL ORDER BY position`),
    forms: await column(client, `SELECT id AS value FROM engagement_form WHERE mission_locale_id IS NULL ORDER BY position`),
    themes: await column(client, `SELECT code AS value FROM theme ORDER BY position`),
  };
  const agencies = makeAgencies(random, towns, scale);
  const pools = makeOrganisations(random, towns, agencies, scale, values.kinds.length);
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '128MB'`);
  await writeAgencies(client, random, agencies);
  const partnerships = agencies.flatMap((agency) => partnersOf(random, agency, pools.get(agency.region)!).map((organisation): Partnership => ({ id: random.uuid(), agency, organisation })));
  const organisations = [...pools.values()].flat().filter(({ siret, home }) => siret || home);
  log(`${agencies.length} agences, ${organisations.length} organisations, ${partnerships.length} partenariats à écrire…`);
  await writeOrganisations(client, random, organisations, agencies[0]!.id, values);
  await writePartnerships(client, random, partnerships);
  await writeAttached(client, random, partnerships, values);
  await writeTalkative(client, random, partnerships);
  log(`${await writeOffers(client, random, partnerships, scale)} offres, dont la moitié ouvertes`);
  log('Index de recherche…');
  await client.query(`DO $$ DECLARE slice record; BEGIN
    FOR slice IN SELECT array_agg(mission_locale_id) AS agencies, array_agg(id) AS ids
      FROM (SELECT mission_locale_id, id, (row_number() OVER (ORDER BY mission_locale_id, id) - 1) / 20000 AS n FROM partnership) p GROUP BY n LOOP
      PERFORM search.refresh(slice.agencies, slice.ids);
    END LOOP; END $$`);
  await client.query(`DO $$ DECLARE slice record; BEGIN
    FOR slice IN SELECT array_agg(mission_locale_id) AS agencies, array_agg(id) AS ids
      FROM (SELECT mission_locale_id, id, (row_number() OVER (ORDER BY mission_locale_id, id) - 1) / 10000 AS n FROM offer WHERE state = 'published') f GROUP BY n LOOP
      PERFORM search.refresh_offers(slice.agencies, slice.ids);
    END LOOP; END $$`);
  await client.query('SELECT search.learn_words()');
  log('Historique…');
  await client.query(`INSERT INTO audit.entry (table_name, row_key, record_id, operation, after) SELECT 'organisation', id::text, id, 'I', jsonb_build_object('name', name, 'phone', phone) FROM organisation`);
  await client.query(`INSERT INTO audit.entry (mission_locale_id, table_name, row_key, record_id, operation, after) SELECT mission_locale_id, 'partnership', id::text, id, 'I', jsonb_build_object('stage', stage) FROM partnership`);
  await client.query('SET session_replication_role = DEFAULT');
  log('VACUUM ANALYZE…');
  await client.query('VACUUM ANALYZE');
  return agencies;
}

const column = async (client: pg.Client, sql: string) => (await client.query<{ value: string }>(sql)).rows.map(({ value }) => value);

async function writeAgencies(client: pg.Client, random: Chance, agencies: Agency[]) {
  await copy(client, 'mission_locale', ['id', 'name', 'region_code', 'departement_code'], agencies.map((a) => [a.id, a.name, a.region, a.departement]));
  const people = agencies.flatMap((agency, n) => agency.officers.map((id, i) => ({ id, agency, email: `officer.${n}.${i}@bench.example` })));
  await copy(client, 'user_account', ['id', 'email', 'first_name', 'last_name'], people.map(({ id, email }, i) => [id, email, 'Camille', `Essai${i}`]));
  await copy(client, 'membership', ['id', 'user_id', 'role', 'mission_locale_id'], people.map(({ id, agency }, i) => [random.uuid(), id, i % 5 === 4 ? 'counsellor' : 'officer', agency.id]));
}

async function writeOrganisations(client: pg.Client, random: Chance, organisations: Organisation[], anyAgency: string, { kinds }: Values) {
  function* rows() {
    for (const o of organisations) {
      const place = o.town.latitude === null ? null : { latitude: o.town.latitude + (random.next() - 0.5) / 25, longitude: o.town.longitude! + (random.next() - 0.5) / 18 };
      yield [o.id, o.siret, o.name, keyOf(o), kinds[o.kind]!, `+335364${String(random.below(100_000)).padStart(5, '0')}`, `contact@${o.id.slice(0, 8)}.example`, `${1 + random.below(120)} rue des Essais`,
        o.town.postcode, o.town.code, o.town.departement, place?.latitude ?? null, place?.longitude ?? null, place ? 'street' : null, o.home || anyAgency]; // prettier-ignore
    }
  }
  await copy(client, 'organisation', ['id', 'siret', 'name', 'name_key', 'kind_id', 'phone', 'email', 'address_line', 'postcode', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision', 'home_mission_locale_id'], rows());
}

async function writePartnerships(client: pg.Client, random: Chance, partnerships: Partnership[]) {
  const start = Date.UTC(2021, 0, 1);
  const span = Date.UTC(2026, 10, 1) - start;
  function* rows() {
    for (const { id, agency, organisation } of partnerships) {
      const created = start + random.next() * span;
      const touched = created + random.next() * (start + span - created);
      yield [agency.id, id, organisation.id, random.pick(stages), random.happens(0.85) ? random.pick(agency.officers) : null, new Date(created), new Date(touched), new Date(touched)];
    }
  }
  await copy(client, 'partnership', ['mission_locale_id', 'id', 'organisation_id', 'stage', 'officer_id', 'created_at', 'stage_since', 'updated_at'], rows());
}

async function writeAttached(client: pg.Client, random: Chance, partnerships: Partnership[], { forms, themes }: Values) {
  const some = <T>(list: readonly T[], most: number) => [...new Set(Array.from({ length: 1 + random.below(most) }, () => random.pick(list)))];
  const each = (make: (p: Partnership) => (string | number | boolean | null | Date)[][]) =>
    (function* () {
      for (const partnership of partnerships) yield* make(partnership);
    })();
  await copy(client, 'partnership_theme', ['mission_locale_id', 'partnership_id', 'theme_code'], each(({ id, agency }) => some(themes, 2).map((theme) => [agency.id, id, theme])));
  await copy(client, 'engagement', ['mission_locale_id', 'partnership_id', 'form_id', 'readiness', 'months', 'romes'], each(({ id, agency }) => (random.happens(0.4) ? some(forms, 3).map((form) => [agency.id, id, form, random.pick(readiness), random.happens(0.2) ? '{5,6,9}' : '{}', random.happens(0.5) ? random.pick(['{I1604}', '{D1102}', '{F1703,F1501}']) : '{}']) : [])));
  await copy(client, 'contact', ['mission_locale_id', 'id', 'partnership_id', 'first_name', 'last_name', 'phone', 'is_main'], each(({ id, agency }) => (random.happens(0.6) ? [[agency.id, random.uuid(), id, 'Dominique', 'Essai', `+336399${String(random.below(100_000)).padStart(5, '0')}`, true]] : [])));
  await copy(client, 'interaction', ['mission_locale_id', 'id', 'partnership_id', 'body', 'author_id'], each(({ id, agency }) => (random.happens(0.5) ? [[agency.id, random.uuid(), id, 'Rencontre sur place : à recontacter au printemps.', agency.officers[0]!]] : [])));
  await copy(client, 'stage_move', ['mission_locale_id', 'id', 'partnership_id', 'to_stage', 'by_id'], each(({ id, agency }) => [[agency.id, random.uuid(), id, 'prospect', agency.officers[0]!]]));
}

/** One partner of the largest agency with 2,000 exchanges, over eight years. */
async function writeTalkative(client: pg.Client, random: Chance, partnerships: readonly Partnership[]) {
  const sizes = new Map<Agency, number>();
  for (const { agency } of partnerships) sizes.set(agency, (sizes.get(agency) ?? 0) + 1);
  const [largest] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
  const chosen = partnerships.find(({ agency }) => agency === largest);
  if (!chosen) return;
  const end = Date.UTC(2026, 10, 1);
  const exchanges = Array.from({ length: 2000 }, (_, n) => {
    const kind = random.pick(['call', 'call', 'email', 'visit', 'meeting', 'note'] as const);
    const oneWay = kind === 'call' || kind === 'email';
    return [chosen.agency.id, random.uuid(), chosen.id, kind, oneWay ? random.pick(['out', 'in']) : null, new Date(end - n * 35 * 3_600_000), `Échange ${n} : point sur les immersions, à recontacter au printemps.`, random.pick(chosen.agency.officers)];
  });
  await copy(client, 'interaction', ['mission_locale_id', 'id', 'partnership_id', 'kind', 'direction', 'happened_at', 'body', 'author_id'], exchanges);
}
