import pg from 'pg';
import { expect, test } from 'vitest';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { onServer, useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();

/** Statements in one transaction that takes a role and nothing else, as if the code had forgotten the rest. */
async function as<R extends pg.QueryResultRow>(role: string | null, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query('BEGIN');
    if (role) await client.query(`SET LOCAL ROLE ${role}`);
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('with no agency, region or person said, a transaction sees nothing private', async () => {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise', siret: null });
  await ml.as('officer').do(addExchange, { partnershipId, kind: 'note', body: 'Une note' });
  const readable = await onServer<{ name: string }>(adminUrl(), `SELECT table_schema || '.' || table_name AS name FROM information_schema.role_table_grants WHERE grantee = 'maillage_tenant' AND privilege_type = 'SELECT' ORDER BY 1`);
  // Reference data, the names of agencies and the network's values are for everybody; bare words say nothing of whose they are.
  const open = ['public.commune', 'public.departement', 'public.reach_area', 'public.region', 'public.theme', 'public.rome_job', 'public.rome_title', 'public.mission_locale', 'search.word'];
  const values = ['organisation_kind', 'engagement_form', 'tag', 'transport_mode', 'end_reason', 'interaction_outcome'].map((name) => `public.${name}`);
  for (const { name } of readable.filter((table) => !open.includes(table.name))) {
    const [{ count } = { count: -1 }] = await as<{ count: number }>('maillage_tenant', `SELECT count(*)::int AS count FROM ${name}${values.includes(name) ? ' WHERE mission_locale_id IS NOT NULL' : ''}`);
    expect({ name, count }).toEqual({ name, count: 0 });
  }
});

test('nor can it write anything', async () => {
  for (const sql of ["INSERT INTO site (name) VALUES ('x')", "INSERT INTO tag (label) VALUES ('x')", "INSERT INTO setting (key, value) VALUES ('x', '1')"]) {
    await expect(as('maillage_tenant', sql)).rejects.toThrow(/row-level security|null value/);
  }
  expect(await as('maillage_tenant', `UPDATE mission_locale SET name = 'x' RETURNING 1`)).toEqual([]);
  expect(await as('maillage_tenant', 'DELETE FROM organisation RETURNING 1')).toEqual([]);
});

test('the login of the application may do nothing before it takes a role', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await expect(client.query('SELECT 1 FROM partnership')).rejects.toThrow('permission denied');
  await expect(client.query('SELECT 1 FROM credential')).rejects.toThrow('permission denied');
  await client.end();
});

test('secrets, tokens and sessions are out of reach of a person at work', async () => {
  for (const table of ['credential', 'one_time_token', 'session', 'login_failure']) await expect(as('maillage_tenant', `SELECT 1 FROM ${table}`)).rejects.toThrow('permission denied');
});

test('the audit trail only grows: not even its owner, the system or a superuser changes it', async () => {
  await asSystem('a test leaves a trace', (db) => db.missionLocale.create({ data: { name: 'Tracée', regionCode: '76', departementCode: '65' } }));
  const [{ count } = { count: 0 }] = await onServer<{ count: number }>(adminUrl(), 'SELECT count(*)::int AS count FROM audit.entry');
  expect(count).toBeGreaterThan(0);
  for (const role of ['maillage_tenant', 'maillage_system', 'maillage_audit', null]) {
    for (const sql of ["UPDATE audit.entry SET actor_id = NULL", 'DELETE FROM audit.entry', 'TRUNCATE audit.entry']) {
      const outcome = await as(role, `${sql}${sql.startsWith('TRUNCATE') ? '' : ' RETURNING 1'}`).catch((error: Error) => error.message);
      // The owner has a policy to add only: it finds no row to change. The others are refused outright.
      if (role === 'maillage_audit' && !sql.startsWith('TRUNCATE')) expect(outcome).toEqual([]);
      else expect({ role, sql, outcome }).toEqual({ role, sql, outcome: expect.stringMatching(/append-only|permission denied/) as string });
    }
  }
  for (const role of ['maillage_tenant', 'maillage_system']) {
    await expect(as(role, "INSERT INTO audit.entry (table_name, row_key, operation) VALUES ('partnership', 'x', 'I')")).rejects.toThrow('permission denied');
  }
  expect(await onServer(adminUrl(), 'SELECT count(*)::int AS count FROM audit.entry')).toEqual([{ count }]);
});
