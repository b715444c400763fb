import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { permissionsTable } from './permissions-table';

/** `npm run docs`: writes docs/permissions.md from app/access/permissions.ts. */
export const permissionsFile = new URL('../docs/permissions.md', import.meta.url);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const before = readOrNothing();
  writeFileSync(permissionsFile, permissionsTable());
  console.log(before === permissionsTable() ? 'docs/permissions.md : rien n’a changé.' : 'docs/permissions.md : écrit.');
}

function readOrNothing(): string {
  try {
    return readFileSync(permissionsFile, 'utf8');
  } catch {
    return '';
  }
}
