import { inVar } from './paths.mjs';
import { localSecrets } from './secrets.mjs';

export const POSTGRES_DIR = inVar('postgres');

/**
 * The database of this installation: the one of DATABASE_URL when it is set, else the embedded one, started if needed.
 * @returns {Promise<{ adminUrl: string, appUrl: string, embedded: boolean, alive(): boolean, restart(): Promise<void>, stop(): Promise<void> }>}
 */
export async function openDatabase({ log = () => {} } = {}) {
  const given = process.env.DATABASE_URL;
  if (given) {
    const nothing = async () => {};
    return { adminUrl: process.env.DATABASE_ADMIN_URL || given, appUrl: given, embedded: false, alive: () => true, restart: nothing, stop: nothing };
  }
  const { ensurePostgres } = await import('../embedded-postgres.mjs');
  const options = { dir: POSTGRES_DIR, secrets: localSecrets(inVar('secrets.json')), log };
  const first = await ensurePostgres(options);
  return {
    ...first,
    embedded: true,
    async restart() {
      const again = await ensurePostgres(options);
      if (again.port !== first.port) throw new Error('La base de données a redémarré sur un autre port : relancez « npm start ».');
    },
  };
}

/** The environment of the application's programs. What the person or `.env` set wins over our defaults. */
export function installationEnv({ database, port, mode = 'local', nodeEnv = 'production' }) {
  const chosen = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return {
    HOST: '127.0.0.1',
    APP_URL: `http://127.0.0.1:${port}`,
    APP_SECRET: localSecrets(inVar('secrets.json')).appSecret,
    APP_MODE: mode,
    MAIL_DIR: inVar('mail'),
    FILES_DIR: inVar('files'),
    ...chosen,
    NODE_ENV: nodeEnv,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, '--enable-source-maps'].filter(Boolean).join(' '),
    PORT: String(port),
    DATABASE_URL: database.appUrl,
    DATABASE_ADMIN_URL: database.adminUrl,
  };
}
