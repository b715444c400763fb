import { beforeAll, describe, expect, test } from 'vitest';
import { historyTableNames } from '~/domain/history/history-fields';
import { onServer, useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();

/** Read in the database itself: a table added tomorrow is judged too. */
const tables = `SELECT c.oid, n.nspname || '.' || c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS walled
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'search', 'audit') AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`;
/** A table private to agencies: its agency is never empty. */
const tenantTables = `SELECT t.oid, t.name, pg_get_expr(d.adbin, d.adrelid) AS usual, a.attnum
  FROM (${tables}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'mission_locale_id' AND a.attnotnull
  LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum WHERE t.name LIKE 'public.%'`;

/** Private to an agency. One a line: they come one at a time. */
const privateTables = [
  'agreement',
  'agreement_file',
  'agreement_form',
  'agreement_party',
  'bulk_change',
  'contact',
  'duplicate_pair',
  'engagement',
  'handover',
  'handover_list',
  'handover_partner',
  'handover_task',
  'feedback',
  'import_batch',
  'import_item',
  'import_mapping',
  'interaction',
  'interaction_colleague',
  'interaction_contact',
  'interaction_file',
  'kept_offer',
  'offer',
  'offer_feed',
  'offer_alert',
  'offer_registration',
  'offer_search',
  'offer_session',
  'offer_sending',
  'partner_merge',
  'partner_merge_journal',
  'partnership',
  'partnership_kind',
  'partnership_tag',
  'partnership_theme',
  'patronage',
  'saved_list',
  'saved_list_partner',
  'saved_list_place',
  'setting',
  'site',
  'stage_move',
  'stored_file',
  'task',
].sort();
/** Of these a person at work may do less than read and write: said below. */
const limited = ['bulk_change', 'handover', 'handover_list', 'handover_partner', 'handover_task', 'duplicate_pair', 'partner_merge', 'partner_merge_journal'];

describe('every table', () => {
  test('has row-level security, forced on its owner too', async () => {
    const open = await onServer<{ name: string }>(adminUrl(), `SELECT name FROM (${tables}) t WHERE NOT walled ORDER BY name`);
    expect(open).toEqual([]);
    expect((await onServer(adminUrl(), tables)).length).toBeGreaterThan(30);
  });

  test('has a policy for each role that was granted it', async () => {
    const unsaid = await onServer(adminUrl(), `SELECT g.grantee, t.name FROM (${tables}) t
      JOIN LATERAL (SELECT DISTINCT grantee FROM information_schema.role_table_grants WHERE table_schema || '.' || table_name = t.name AND grantee LIKE 'maillage\\_%') g ON true
      WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND (p.polroles = '{0}' OR g.grantee::regrole::oid = ANY (p.polroles)))`);
    expect(unsaid).toEqual([]);
  });

  test('is never granted to everybody', async () => {
    expect(await onServer(adminUrl(), `SELECT table_schema, table_name FROM information_schema.role_table_grants WHERE grantee = 'PUBLIC' AND table_schema IN ('public', 'search', 'audit')`)).toEqual([]);
  });
});

describe('every table private to agencies', () => {
  let all: { name: string; usual: string | null }[] = [];
  beforeAll(async () => {
    all = await onServer(adminUrl(), tenantTables);
  });

  test('is one of these', () => {
    expect(all.map(({ name }) => name.replace('public.', '')).sort()).toEqual(privateTables);
  });

  test('takes its agency from the transaction', () => {
    expect(all.filter(({ usual }) => usual !== 'app.mission_locale()')).toEqual([]);
  });

  test('has a key that begins with the agency', async () => {
    const keys = await onServer<{ name: string; first: number; agency: number; columns: number }>(adminUrl(), `SELECT t.name, i.indkey[0]::int AS first, t.attnum::int AS agency, array_length(i.indkey, 1) AS columns
      FROM (${tenantTables}) t LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary`);
    expect(keys.filter(({ first, agency, columns }) => first !== agency || columns < 2)).toEqual([]);
  });

  test('points to another private table by the agency and the id together', async () => {
    const bare = await onServer(adminUrl(), `WITH t AS (${tenantTables}) SELECT c.conname FROM pg_constraint c JOIN t own ON own.oid = c.conrelid JOIN t other ON other.oid = c.confrelid
      WHERE c.contype = 'f' AND NOT (own.attnum = ANY (c.conkey) AND other.attnum = ANY (c.confkey))`);
    expect(bare).toEqual([]);
  });

  test('has what hangs on no agency refused by a foreign key', async () => {
    const loose = await onServer(adminUrl(), `WITH t AS (${tenantTables}) SELECT name FROM t WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = t.oid AND t.attnum = ANY (c.conkey)) ORDER BY name`);
    // How columns were mapped in a kind of file: a leftover would say nothing of anybody.
    expect(loose).toEqual([{ name: 'public.import_mapping' }]);
  });
});

describe('every table that is traced as part of a partnership', () => {
  test('is told by its history, and read again by the record as on a date', async () => {
    const traced = await onServer<{ name: string }>(adminUrl(), `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'audit_insert' AND encode(tgargs, 'escape') LIKE 'partnership\\_id%'`);
    expect(traced.map(({ name }) => name).filter((name) => !(historyTableNames as string[]).includes(name))).toEqual([]);
    expect(traced.length).toBeGreaterThan(10);
  });
});

describe('what a person at work may do to tables', () => {
  const readAndWrite = 'DELETE,INSERT,SELECT,UPDATE';
  test('is this and nothing more', async () => {
    const granted = await onServer<{ name: string; rights: string }>(adminUrl(), `SELECT table_schema || '.' || table_name AS name, string_agg(privilege_type, ',' ORDER BY privilege_type) AS rights
      FROM information_schema.role_table_grants WHERE grantee = 'maillage_tenant' AND table_schema NOT IN ('pg_catalog', 'information_schema') GROUP BY 1`);
    const own = privateTables.filter((name) => !limited.includes(name));
    const values = ['organisation_kind', 'engagement_form', 'tag', 'transport_mode', 'end_reason', 'interaction_outcome'];
    const readOnly = ['rome_job', 'rome_title', 'commune', 'departement', 'reach_area', 'region', 'theme', 'job_run', 'mail_message', 'membership', 'mission_locale', 'user_account'];
    expect(Object.fromEntries(granted.map(({ name, rights }) => [name, rights]))).toEqual({
      ...Object.fromEntries([...own, ...values, 'organisation'].map((name) => [`public.${name}`, readAndWrite])),
      ...Object.fromEntries(readOnly.map((name) => [`public.${name}`, 'SELECT'])),
      ...Object.fromEntries(['bulk_change', 'handover', 'handover_list', 'handover_partner', 'handover_task'].map((name) => [`public.${name}`, 'INSERT,SELECT'])),
      'public.national_agreement': 'INSERT,SELECT,UPDATE',
      'public.partner_merge': 'INSERT,SELECT',
      'public.partner_merge_journal': 'INSERT,SELECT',
      'public.duplicate_pair': 'SELECT',
      'public.outbox_event': 'INSERT',
      'search.offer_place_doubt': 'SELECT',
      'search.offer_seen': 'SELECT',
      'search.contact_of_agency': 'SELECT',
      'search.engagement_of_agency': 'SELECT',
      'search.engagement_of_region': 'SELECT',
      'search.partner': 'SELECT',
      'search.partner_of_agency': 'SELECT',
      'search.partner_of_region': 'SELECT',
      'search.place_doubt': 'SELECT',
      'search.word': 'SELECT',
      'audit.entry': 'SELECT',
    });
  });

  test('a few columns of the agency and of oneself may be changed, never a role, an address or a demonstration mark', async () => {
    const columns = await onServer<{ name: string; columns: string }>(adminUrl(), `SELECT table_name AS name, string_agg(column_name, ',' ORDER BY column_name) AS columns
      FROM information_schema.column_privileges WHERE grantee = 'maillage_tenant' AND privilege_type = 'UPDATE' AND table_name IN ('mission_locale', 'user_account', 'bulk_change', 'duplicate_pair', 'handover', 'handover_list', 'handover_partner', 'handover_task', 'membership', 'partner_merge') GROUP BY 1`);
    expect(Object.fromEntries(columns.map(({ name, columns: list }) => [name, list]))).toEqual({
      bulk_change: 'undone_at',
      duplicate_pair: 'dismissed_at,dismissed_by_id,dismissed_for,state',
      handover: 'introductions,partners,tasks,undone_at,undone_by_id',
      handover_list: 'given_back',
      handover_partner: 'given_back',
      handover_task: 'given_back',
      partner_merge: 'undone_at,undone_by_id',
      mission_locale: 'address_line,commune_code,email,name,phone,postcode,updated_at,version,website',
      user_account: 'first_name,last_name,phone,preferences,updated_at,version',
    });
  });

  test('none of the three roles can be logged into, or steps over the walls by itself', async () => {
    expect(await onServer(adminUrl(), `SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname IN ('maillage_tenant', 'maillage_system', 'maillage_audit') ORDER BY 1`)).toEqual(
      ['maillage_audit', 'maillage_system', 'maillage_tenant'].map((rolname) => ({ rolname, rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false })),
    );
  });
});
