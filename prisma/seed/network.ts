import { readEtalab } from '~/adapters/territory/etalab';
import type { Db } from '~/access/context';
import { kinds } from '~/domain/organisation/kinds';
import { themes } from '~/domain/organisation/themes';
import { communesFromEtalab, type EtalabCommune } from '~/domain/place/communes-from-etalab';
import { fold } from '~/domain/text/fold';
import { asSystem, closeDatabase } from '~/server/db.server';
import { endReasons, engagementForms, interactionOutcomes, transportModes } from './network-values';
import { seedRome } from './rome';
import { seedTowns } from './towns';

/**
 * Reference data of the whole network: territory, themes, kinds, forms. Runs at every start and changes only what is
 * missing or was renamed; local values and coordinates already there stay.
 */
await asSystem('the network’s reference data', seedNetwork, { timeout: 120_000 });
await closeDatabase();

async function seedNetwork(db: Db) {
  await db.$executeRaw`INSERT INTO region (code, name) SELECT * FROM json_to_recordset(${JSON.stringify(readEtalab('regions'))}::json) AS r(code text, nom text)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE region.name <> excluded.name`;
  await db.$executeRaw`INSERT INTO departement (code, name, region_code) SELECT code, nom, region FROM json_to_recordset(${JSON.stringify(readEtalab('departements'))}::json) AS d(code text, nom text, region text)
    WHERE region IN (SELECT code FROM region) ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE departement.name <> excluded.name`;
  await seedCommunes(db);
  await seedTowns(db);
  await seedRome(db);
  await db.$executeRaw`INSERT INTO theme (code, label, position) SELECT code, label, ordinality FROM ROWS FROM (json_to_recordset(${JSON.stringify(themes)}::json) AS (code text, label text)) WITH ORDINALITY
    ON CONFLICT (code) DO UPDATE SET label = excluded.label, position = excluded.position WHERE theme.label <> excluded.label`;
  await seedValues(db, 'organisation_kind', kinds.map(({ code, label }) => [code, label] as const));
  await seedValues(db, 'engagement_form', engagementForms);
  await seedValues(db, 'transport_mode', transportModes);
  await seedValues(db, 'end_reason', endReasons);
  await seedValues(db, 'interaction_outcome', interactionOutcomes);
}

/** Communes of today, then the former ones that still have a code of their own. */
async function seedCommunes(db: Db) {
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM commune`;
  const known = communesFromEtalab(readEtalab<EtalabCommune>('communes'));
  const once = [...new Map(known.slice().reverse().map((commune) => [commune.code, commune])).values()].filter((commune) => commune.formerOf !== commune.code);
  if (count >= once.length) return;
  const rows = once.map(({ code, name, postcodes, departementCode, population, formerOf }) => ({ code, name, s: fold(name), p: postcodes, d: departementCode, n: population, f: formerOf ?? null }));
  await db.$executeRaw`INSERT INTO commune (code, name, search_name, postcodes, departement_code, population, part_of_code)
    SELECT code, name, s, ARRAY(SELECT json_array_elements_text(p)), d, n, f FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c(code text, name text, s text, p json, d text, n int, f text)
    WHERE d IN (SELECT code FROM departement) ON CONFLICT (code) DO NOTHING`;
}

async function seedValues(db: Db, table: 'organisation_kind' | 'engagement_form' | 'transport_mode' | 'end_reason' | 'interaction_outcome', values: readonly (readonly [string, string])[]) {
  const rows = JSON.stringify(values.map(([code, label], position) => ({ code, label, position })));
  // The table's name is one of the five above, never a person's text.
  await db.$executeRawUnsafe(`INSERT INTO ${table} (mission_locale_id, code, label, position) SELECT NULL, code, label, position FROM json_to_recordset($1::json) AS v(code text, label text, position int)
    ON CONFLICT (code) DO UPDATE SET label = excluded.label, position = excluded.position WHERE (${table}.label, ${table}.position) <> (excluded.label, excluded.position)`, rows);
}
