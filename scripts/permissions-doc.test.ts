import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { permissionsTable } from './permissions-table';

test('docs/permissions.md says what the code does (otherwise: npm run docs)', () => {
  expect(readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionsTable());
});
