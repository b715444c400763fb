import fs from 'node:fs';
import { inVar } from './paths.mjs';
import { POSTGRES_DIR } from './installation.mjs';

/**
 * Forgets everything: the embedded database (or, only when the person insisted, the one of DATABASE_URL), mails and files.
 * @throws {Error} when DATABASE_URL is set and `sure` is not
 */
export async function reset({ sure, log }) {
  const external = process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL;
  if (external && !sure) throw new Error(`--reset viderait la base de DATABASE_URL (${new URL(external).host}). Si c’est bien ce que vous voulez : npm start -- --reset --yes`);
  if (external) await emptyDatabase(external);
  else {
    const { stopPostgres } = await import('../embedded-postgres.mjs');
    const data = await stopPostgres(POSTGRES_DIR);
    for (const place of [data, POSTGRES_DIR, inVar('run', 'postgres.json')]) fs.rmSync(place, { recursive: true, force: true });
  }
  for (const place of [inVar('mail'), inVar('files'), inVar('run', 'demo.json')]) fs.rmSync(place, { recursive: true, force: true });
  log('Tout a été remis à zéro.');
}

async function emptyDatabase(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`);
    for (const { name } of rows) await client.query(`DROP SCHEMA ${name} CASCADE`);
    await client.query('CREATE SCHEMA public');
  } finally {
    await client.end();
  }
}
