import type { Db } from '~/access/context';
import { nameKey } from '~/domain/organisation/name-key';
import { isEmptyFact, withSources, type FactSources, type SharedFact } from '~/domain/partner/shared-facts';
import { asJson } from './as-json';
import { mainKindOf, type ValueIds } from './compare-organisation';
import type { ImportedFacts } from './imported-facts';
import type { RecordColumns } from './known-organisation';

/** Another agency took one of these SIRETs in the same instant: the import starts again, and joins it. */
export class RegisterMoved extends Error {
  override name = 'RegisterMoved';
}

export type NewOrganisation = { id: string; set: Partial<RecordColumns>; facts: ImportedFacts };
export type ChangedOrganisation = { id: string; set: Partial<RecordColumns>; facts: ImportedFacts; factSources: FactSources };

/** Writes new records. Without coordinates of the file, they stand at the centre of their commune. Throws `RegisterMoved`. */
export async function insertOrganisations(db: Db, rows: readonly NewOrganisation[], ids: ValueIds, at: Date): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map(({ id, set, facts }) => ({
    ...withNames(set, facts),
    id,
    kind_id: mainKindOf(facts, ids),
    other_phones: set.otherPhones ?? [],
    has_youth_label: set.hasYouthLabel ?? false,
    fact_sources: sourcesOf({}, { ...set, ...(facts.kinds[0] ? { kindId: facts.kinds[0] } : {}) }, at),
  }));
  // In the order of SIRETs, so that two agencies that import the same file wait for each other rather than block.
  const inserted = await db.$executeRaw`
    INSERT INTO organisation (id, siret, name, original_name, name_key, brand_name, acronym, kind_id, naf_code, legal_form, has_youth_label, description, phone, other_phones, email, website,
      opening_hours, address_line, address_extra, postcode, cedex, commune_code, departement_code, latitude, longitude, place_precision, fact_sources)
    SELECT g.id, g.siret, g.name, g.original_name, g.name_key, g.brand_name, g.acronym, g.kind_id, g.naf_code, g.legal_form, g.has_youth_label, g.description, g.phone,
      ARRAY(SELECT jsonb_array_elements_text(g.other_phones)), g.email, g.website, g.opening_hours, g.address_line, g.address_extra, g.postcode, g.cedex, g.commune_code,
      g.departement_code, coalesce(g.latitude, c.latitude, d.latitude), coalesce(g.longitude, c.longitude, d.longitude),
      (CASE WHEN g.latitude IS NOT NULL THEN 'exact' WHEN c.latitude IS NOT NULL THEN 'commune' WHEN d.latitude IS NOT NULL THEN 'departement' END)::place_precision, g.fact_sources
    FROM jsonb_to_recordset(${asJson(given)}::jsonb) AS g(id uuid, siret text, name text, original_name text, name_key text, brand_name text, acronym text, kind_id uuid, naf_code text,
      legal_form text, has_youth_label boolean, description text, phone text, other_phones jsonb, email text, website text, opening_hours jsonb, address_line text, address_extra text, postcode text, cedex text,
      commune_code text, departement_code text, latitude float8, longitude float8, fact_sources jsonb)
    LEFT JOIN commune c ON c.code = g.commune_code LEFT JOIN departement d ON d.code = g.departement_code
    ORDER BY g.siret
    ON CONFLICT (siret) DO NOTHING`;
  if (inserted < rows.length) throw new RegisterMoved();
}

/** The columns of a record, by their name in the table, before and after an import. */
export type RecordEffect = { before: Record<string, unknown>; after: Record<string, unknown> };

/** Fills and changes records that exist. Answers, by record, what each written column was and became. */
export async function updateOrganisations(db: Db, rows: readonly ChangedOrganisation[], at: Date): Promise<Map<string, RecordEffect>> {
  const effects = new Map<string, RecordEffect>();
  const given = [...united(rows).values()].map(({ id, set, facts, factSources }) => {
    const columns = withNames(set, facts);
    return { id, set: { ...columns, ...(set.name ? {} : { name_key: undefined, original_name: undefined }), fact_sources: sourcesOf(factSources, set, at) } };
  });
  if (given.length === 0) return effects;
  const written = await db.$queryRaw<{ id: string; before: Record<string, unknown>; after: Record<string, unknown> }[]>`
    UPDATE organisation o SET (siret, name, original_name, name_key, brand_name, acronym, naf_code, legal_form, has_youth_label, description, phone, other_phones, email, website, opening_hours,
        address_line, address_extra, postcode, cedex, commune_code, departement_code, latitude, longitude, place_precision, fact_sources)
      = (SELECT r.siret, r.name, r.original_name, r.name_key, r.brand_name, r.acronym, r.naf_code, r.legal_form, r.has_youth_label, r.description, r.phone, r.other_phones, r.email, r.website, r.opening_hours,
        r.address_line, r.address_extra, r.postcode, r.cedex, r.commune_code, r.departement_code, coalesce(r.latitude, c.latitude), coalesce(r.longitude, c.longitude),
        CASE WHEN r.latitude IS NULL AND c.latitude IS NOT NULL THEN 'commune' ELSE r.place_precision END, r.fact_sources
        FROM jsonb_populate_record(o, g.set) r LEFT JOIN commune c ON c.code = r.commune_code)
    FROM jsonb_to_recordset(${asJson(given)}::jsonb) AS g(id uuid, set jsonb) JOIN organisation old ON old.id = g.id
    WHERE o.id = g.id
    RETURNING o.id, to_jsonb(old) AS before, to_jsonb(o) AS after`;
  for (const { id, before, after } of written) {
    const changed = Object.keys(after).filter((column) => !untold.has(column) && JSON.stringify(before[column]) !== JSON.stringify(after[column]));
    const only = (row: Record<string, unknown>) => Object.fromEntries(changed.map((column) => [column, row[column]]));
    if (changed.length > 0) effects.set(id, { before: only(before), after: only(after) });
  }
  return effects;
}

const untold = new Set(['version', 'updated_at']);

/** Several items of a file may be one record: one row each is written. */
function united(rows: readonly ChangedOrganisation[]): Map<string, ChangedOrganisation> {
  const byId = new Map<string, ChangedOrganisation>();
  for (const row of rows) {
    if (Object.keys(row.set).length === 0) continue;
    const before = byId.get(row.id);
    byId.set(row.id, before ? { ...before, set: { ...before.set, ...row.set } } : row);
  }
  return byId;
}

/** The table's own column names; a name comes with its key and with what was typed. */
function withNames(set: Partial<RecordColumns>, facts: ImportedFacts): Record<string, unknown> {
  const columns = Object.fromEntries(Object.entries(set).map(([column, value]) => [snake(column), value]));
  if (!set.name) return columns;
  return { ...columns, name_key: nameKey(set.name), original_name: set.name === facts.name && facts.originalName !== facts.name ? facts.originalName : null };
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function sourcesOf(known: FactSources, set: Partial<Record<string, unknown>>, at: Date): FactSources {
  const { departementCode: _, ...facts } = set;
  const told = Object.fromEntries(Object.entries(facts).filter(([fact, value]) => !isEmptyFact(value) || fact in known)) as Partial<Record<SharedFact, unknown>>;
  return withSources(known, told, 'import', at);
}
