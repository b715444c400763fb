import net from 'node:net';
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
    await assertAnswers(given);
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

// Its login may not exist before the migrations make it: what counts here is that a server answers.
function assertAnswers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const silent = () => reject(new Error(`La base de DATABASE_URL (${hostname}:${port || 5432}) ne répond pas. Vérifiez l’adresse et que le serveur tourne.`));
    const socket = net.connect({ host: hostname, port: Number(port || 5432), timeout: 10_000 }, () => resolve(void socket.end()));
    socket.once('error', silent).once('timeout', () => (socket.destroy(), silent()));
  });
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
