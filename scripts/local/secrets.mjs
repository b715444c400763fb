import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['postgresPassword', 'webPassword', 'appSecret'];

/**
 * The generated secrets of this installation, kept in `file` (mode 0600) and the same over restarts.
 * A missing one is added without changing the others.
 */
export function localSecrets(file) {
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const missing = NAMES.filter((name) => typeof known[name] !== 'string' || known[name] === '');
  if (missing.length === 0) return known;
  const secrets = { ...known, ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('hex')])) };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(draft, file);
  return secrets;
}
