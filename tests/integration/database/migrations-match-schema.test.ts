import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutKept } from '../../../scripts/local/migration-sql.mjs';
import { inRoot } from '../../../scripts/local/paths.mjs';
import { diffToSchema } from '../../../scripts/local/schema-diff.mjs';
import { useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();

test('the migrations make the tables that schema.prisma describes', async () => {
  const differences = await diffToSchema({ url: adminUrl(), schemaFile: inRoot('prisma', 'schema.prisma') });
  expect(withoutKept(differences, readFileSync(inRoot('prisma', 'kept-by-hand.sql'), 'utf8'))).toEqual([]);
});
