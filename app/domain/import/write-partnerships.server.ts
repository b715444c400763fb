import type { Db } from '~/access/context';
import { fold } from '~/domain/text/fold';
import { asJson } from './as-json';
import type { Decision } from './compare-organisation';
import type { KeptOptions } from './import-options';

export type NewPartnership = { id: string; organisationId: string; externalId: string | null; /** ISO day: since when it is a partner, where the file says so. */ since: string | null };
/** What goes beside a relation, of which the record already knows nothing. */
export type Beside = { partnershipId: string; isNew: boolean } & Pick<Decision, 'kindIds' | 'themes' | 'tags' | 'contacts' | 'externalId'>;

/** Starts relations at the chosen stage, with the first move of their life. */
export async function insertPartnerships(db: Db, rows: readonly NewPartnership[], { stage, officerId }: KeptOptions): Promise<void> {
  if (rows.length === 0) return;
  const given = asJson(rows);
  await db.$executeRaw`INSERT INTO partnership (id, organisation_id, external_id, stage, officer_id, stage_since)
    SELECT id, "organisationId", "externalId", ${stage}::partnership_stage, ${officerId}::uuid, coalesce(CASE WHEN ${stage} = 'active' THEN since::timestamptz END, now())
    FROM jsonb_to_recordset(${given}::jsonb) AS g(id uuid, "organisationId" uuid, "externalId" text, since text)`;
  await db.$executeRaw`INSERT INTO stage_move (partnership_id, to_stage, comment)
    SELECT id, ${stage}::partnership_stage, 'Importé d’un fichier' FROM jsonb_to_recordset(${given}::jsonb) AS g(id uuid)`;
}

/** Makes the tags that do not exist yet in the agency. Answers every tag's id by its folded label, and the ids of the new ones. */
export async function ensureTags(db: Db, labels: Iterable<string>, known: ReadonlyMap<string, string>): Promise<{ tags: Map<string, string>; made: string[] }> {
  const tags = new Map(known);
  const missing = new Map<string, string>();
  for (const label of labels) if (!tags.has(fold(label))) missing.set(fold(label), label);
  const made = missing.size === 0 ? [] : await db.tag.createManyAndReturn({ data: [...missing.values()].map((label) => ({ label })), select: { id: true, label: true } });
  for (const { id, label } of made) tags.set(fold(label), id);
  return { tags, made: made.map(({ id }) => id) };
}

/** What was added beside a relation, for the undo. */
export type BesideEffect = { kinds: string[]; themes: string[]; tags: string[]; contacts: string[]; externalId: boolean };

/** Adds kinds, themes, tags, contacts and the agency's own number. What is there already stays. */
export async function addBeside(db: Db, rows: readonly Beside[], tagIds: ReadonlyMap<string, string>): Promise<Map<string, BesideEffect>> {
  const effects = new Map<string, BesideEffect>();
  const effectOf = (id: string) => {
    const effect = effects.get(id) ?? { kinds: [], themes: [], tags: [], contacts: [], externalId: false };
    effects.set(id, effect);
    return effect;
  };
  const kinds = await insertPairs(db, 'partnership_kind', 'kind_id', rows.flatMap(({ partnershipId, kindIds }) => kindIds.map((value) => ({ partnershipId, value }))));
  for (const { partnershipId, value } of kinds) effectOf(partnershipId).kinds.push(value);
  const themes = await insertPairs(db, 'partnership_theme', 'theme_code', rows.flatMap(({ partnershipId, themes: codes }) => codes.map((value) => ({ partnershipId, value }))));
  for (const { partnershipId, value } of themes) effectOf(partnershipId).themes.push(value);
  const tags = await insertPairs(db, 'partnership_tag', 'tag_id', rows.flatMap(({ partnershipId, tags: labels }) => labels.flatMap((label) => tagIds.get(fold(label)) ?? []).map((value) => ({ partnershipId, value }))));
  for (const { partnershipId, value } of tags) effectOf(partnershipId).tags.push(value);

  const contacts = rows.flatMap(({ partnershipId, isNew, contacts: people }) => people.map((person, order) => ({ partnershipId, ...person, isMain: isNew && order === 0 })));
  if (contacts.length > 0) {
    const inserted = await db.$queryRaw<{ id: string; partnershipId: string }[]>`
      INSERT INTO contact (partnership_id, first_name, last_name, job_title, phone, email, is_main)
      SELECT "partnershipId", "firstName", "lastName", "jobTitle", phone, email, "isMain"
      FROM jsonb_to_recordset(${asJson(contacts)}::jsonb) AS g("partnershipId" uuid, "firstName" text, "lastName" text, "jobTitle" text, phone text, email text, "isMain" boolean)
      RETURNING id, partnership_id AS "partnershipId"`;
    for (const { id, partnershipId } of inserted) effectOf(partnershipId).contacts.push(id);
  }
  const numbers = rows.filter(({ isNew, externalId }) => !isNew && externalId).map(({ partnershipId, externalId }) => ({ partnershipId, externalId }));
  if (numbers.length > 0) {
    await db.$executeRaw`UPDATE partnership p SET external_id = g."externalId" FROM jsonb_to_recordset(${asJson(numbers)}::jsonb) AS g("partnershipId" uuid, "externalId" text)
      WHERE p.id = g."partnershipId" AND p.external_id IS NULL`;
    for (const { partnershipId } of numbers) effectOf(partnershipId).externalId = true;
  }
  return effects;
}

type Pair = { partnershipId: string; value: string };

/** The table and its column are one of the three above, never a person's text. */
async function insertPairs(db: Db, table: 'partnership_kind' | 'partnership_theme' | 'partnership_tag', column: 'kind_id' | 'theme_code' | 'tag_id', pairs: Pair[]): Promise<Pair[]> {
  if (pairs.length === 0) return [];
  const type = column === 'theme_code' ? 'text' : 'uuid';
  return db.$queryRawUnsafe<Pair[]>(
    `INSERT INTO ${table} (partnership_id, ${column}) SELECT DISTINCT "partnershipId", value FROM jsonb_to_recordset($1::jsonb) AS g("partnershipId" uuid, value ${type})
      ON CONFLICT DO NOTHING RETURNING partnership_id AS "partnershipId", ${column}::text AS value`,
    asJson(pairs),
  );
}
