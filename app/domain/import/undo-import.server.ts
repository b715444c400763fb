import type { Ctx, Db } from '~/access/context';
import { builtSince, saysBuilt } from './built-since.server';
import type { KeptOptions } from './import-options';
import type { Report } from './plan-items.server';
import { undoItems } from './undo-items.server';

/** Takes back an import of partners: what it added goes, what it completed is again what it was unless somebody changed it since. */
export async function undoImport(ctx: Ctx, importId: string, report?: Report): Promise<void> {
  const { db } = ctx;
  const builtOn = async () => {
    const built = await builtSince(db, importId);
    return built.total > 0 ? saysBuilt(built) : null;
  };
  await undoItems(ctx, importId, builtOn, [
    () => restoreRecords(db, importId),
    async () => {
      await takeBackBeside(db, importId);
      await deletePartnerships(db, importId);
    },
    async (options) => {
      await deleteOrganisations(ctx, importId);
      await deleteTags(db, (options as KeptOptions | null)?.madeTagIds ?? []);
    },
  ], report);
}

/** The columns of an address go back together: half of one and half of another is no address. */
const place = ['address_line', 'address_extra', 'postcode', 'cedex', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision'];

/** Completed records: each fact goes back to what it was, if it still is what the import wrote. The last write is taken back first. */
async function restoreRecords(db: Db, importId: string): Promise<void> {
  const waves = await db.$queryRaw<{ positions: number[] }[]>`
    SELECT array_agg(position) AS positions FROM (
      SELECT position, row_number() OVER (PARTITION BY organisation_id ORDER BY position DESC) AS wave FROM import_item
      WHERE batch_id = ${importId}::uuid AND effect -> 'record' IS NOT NULL) AS ranked
    GROUP BY wave ORDER BY wave`;
  for (const { positions } of waves) {
    await db.$executeRaw`
      WITH wrote AS (
        SELECT i.organisation_id AS id, i.effect #> '{record,before}' AS before, i.effect #> '{record,after}' AS after, to_jsonb(o) AS current
        FROM import_item i JOIN organisation o ON o.id = i.organisation_id
        WHERE i.batch_id = ${importId}::uuid AND i.position = ANY (${positions}::int[])
      ), back AS (
        SELECT w.id, jsonb_object_agg(f.key, w.before -> f.key) AS set
        FROM wrote w CROSS JOIN LATERAL jsonb_each(w.after) AS f
        WHERE w.current -> f.key = f.value AND NOT (f.key = ANY (${place}::text[]) AND EXISTS (
          SELECT FROM jsonb_each(w.after) AS p WHERE p.key = ANY (${place}::text[]) AND w.current -> p.key <> p.value))
        GROUP BY w.id
      )
      UPDATE organisation o SET (siret, name, original_name, name_key, brand_name, acronym, naf_code, legal_form, has_youth_label, description, phone, other_phones, email, website, opening_hours,
          address_line, address_extra, postcode, cedex, commune_code, departement_code, latitude, longitude, place_precision, fact_sources)
        = (SELECT r.siret, r.name, r.original_name, r.name_key, r.brand_name, r.acronym, r.naf_code, r.legal_form, r.has_youth_label, r.description, r.phone, r.other_phones, r.email, r.website, r.opening_hours,
          r.address_line, r.address_extra, r.postcode, r.cedex, r.commune_code, r.departement_code, r.latitude, r.longitude, r.place_precision, r.fact_sources
          FROM jsonb_populate_record(o, back.set) r)
      FROM back WHERE o.id = back.id`;
  }
}

// In the statements below the items are read once, aside (MATERIALIZED): joined directly, their JSON would be opened for each partner.

/** Kinds, themes, tags and contacts that were added to partners; a contact that somebody corrected stays. */
async function takeBackBeside(db: Db, importId: string): Promise<void> {
  await db.$executeRaw`WITH added AS MATERIALIZED (SELECT partnership_id, value::uuid FROM import_item, jsonb_array_elements_text(effect #> '{beside,kinds}') AS value WHERE batch_id = ${importId}::uuid)
    DELETE FROM partnership_kind k USING added WHERE k.partnership_id = added.partnership_id AND k.kind_id = added.value`;
  await db.$executeRaw`WITH added AS MATERIALIZED (SELECT partnership_id, value FROM import_item, jsonb_array_elements_text(effect #> '{beside,themes}') AS value WHERE batch_id = ${importId}::uuid)
    DELETE FROM partnership_theme t USING added WHERE t.partnership_id = added.partnership_id AND t.theme_code = added.value`;
  await db.$executeRaw`WITH added AS MATERIALIZED (SELECT partnership_id, value::uuid FROM import_item, jsonb_array_elements_text(effect #> '{beside,tags}') AS value WHERE batch_id = ${importId}::uuid)
    DELETE FROM partnership_tag t USING added WHERE t.partnership_id = added.partnership_id AND t.tag_id = added.value`;
  await db.$executeRaw`WITH added AS MATERIALIZED (SELECT value::uuid FROM import_item, jsonb_array_elements_text(effect #> '{beside,contacts}') AS value WHERE batch_id = ${importId}::uuid)
    DELETE FROM contact c USING added WHERE c.id = added.value AND c.version = 1`;
  await db.$executeRaw`WITH added AS MATERIALIZED (SELECT partnership_id, facts ->> 'externalId' AS value FROM import_item WHERE batch_id = ${importId}::uuid AND effect #>> '{beside,externalId}' = 'true')
    UPDATE partnership p SET external_id = NULL FROM added WHERE p.id = added.partnership_id AND p.external_id = added.value`;
}

async function deletePartnerships(db: Db, importId: string): Promise<void> {
  await db.$executeRaw`WITH made AS MATERIALIZED (SELECT partnership_id FROM import_item WHERE batch_id = ${importId}::uuid AND effect ->> 'made' IS NOT NULL)
    DELETE FROM stage_move m USING made WHERE m.partnership_id = made.partnership_id`;
  await db.$executeRaw`WITH made AS MATERIALIZED (SELECT partnership_id FROM import_item WHERE batch_id = ${importId}::uuid AND effect ->> 'made' IS NOT NULL)
    DELETE FROM partnership p USING made WHERE p.id = made.partnership_id`;
}

/** Records that the import made and that nobody else works with. The others belong to the network now. */
async function deleteOrganisations(ctx: Ctx, importId: string): Promise<void> {
  await ctx.beyondWalls('a record that another agency, a member or its own account holds is not taken away', async (db) => {
    await db.$executeRaw`
      WITH made AS MATERIALIZED (SELECT organisation_id FROM import_item WHERE batch_id = ${importId}::uuid AND mission_locale_id = app.mission_locale() AND effect ->> 'made' = 'organisation')
      UPDATE organisation o SET home_mission_locale_id = NULL FROM made
      WHERE o.id = made.organisation_id AND (EXISTS (SELECT FROM partnership p WHERE p.organisation_id = o.id)
        OR EXISTS (SELECT FROM organisation child WHERE child.parent_id = o.id) OR EXISTS (SELECT FROM membership m WHERE m.organisation_id = o.id)
        OR EXISTS (SELECT FROM national_agreement a WHERE a.organisation_id = o.id)
        OR EXISTS (SELECT FROM organisation_merge m WHERE o.id IN (m.kept_id, m.merged_id) AND m.undone_at IS NULL))`;
  });
  // Behind the walls again: only what is still this agency's own can go.
  await ctx.db.$executeRaw`WITH made AS MATERIALIZED (SELECT organisation_id FROM import_item WHERE batch_id = ${importId}::uuid AND effect ->> 'made' = 'organisation')
    DELETE FROM organisation o USING made WHERE o.id = made.organisation_id AND o.home_mission_locale_id = app.mission_locale()`;
}

async function deleteTags(db: Db, tagIds: string[]): Promise<void> {
  await db.$executeRaw`DELETE FROM tag t WHERE t.id = ANY (${tagIds}::uuid[]) AND NOT EXISTS (SELECT FROM partnership_tag p WHERE p.tag_id = t.id)`;
}
