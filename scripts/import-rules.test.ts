import { ESLint } from 'eslint';
import { describe, expect, test, vi } from 'vitest';
import { root } from './local/paths.mjs';

vi.setConfig({ testTimeout: 120_000 }); // the first file waits for all the rules to load
const eslint = new ESLint({ cwd: root });

async function complaints(filePath: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath: `${root}/${filePath}` });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId).filter((rule) => rule !== '@typescript-eslint/no-unused-vars');
}
const IMPORTS = '@typescript-eslint/no-restricted-imports';

describe('who may import whom', () => {
  test.each([
    ['app/domain/partner/add-partner.server.ts', `import { useState } from 'react'`],
    ['app/domain/partner/add-partner.server.ts', `import { asActor } from '~/server/db.server'`],
    ['app/domain/partner/add-partner.server.ts', `import { mailer } from '~/adapters/mailer'`],
    ['app/domain/partner/add-partner.server.ts', `import { request } from 'node:https'`],
    ['app/domain/partner/add-partner.server.ts', `import { PrismaClient } from '#prisma'`],
    ['app/domain/partner/add-partner.server.ts', `import { Invitation } from '#emails/invitation'`],
    ['app/domain/partner/partner.ts', `import { listPartners } from '~/domain/partner/list-partners.server'`],
    ['app/domain/partner/partner.ts', `import { Prisma } from '#prisma'`],
    ['app/domain/partner/partner.ts', `import { x } from '../other/x'`],
    ['app/domain/partner/partner.ts', `import { x } from './inner/x'`],
    ['app/ui/card.tsx', `import { siret } from '~/domain/organisation/siret'`],
    ['app/ui/card.tsx', `import { paths } from '~/paths'`],
    ['app/routes/staff/partners.tsx', `import { mailer } from '~/adapters/mailer/mailer'`],
    ['app/routes/staff/partners.tsx', `import { PrismaClient } from '#prisma'`],
    ['app/server/http.server.ts', `import { Button } from '~/ui/button'`],
    ['app/server/http.server.ts', `import { PrismaClient } from '#prisma'`],
    ['app/jobs/worker.ts', `import { page } from '~/routes/staff/partners'`],
    ['app/adapters/mailer/mailer.ts', `import { page } from '~/routes/staff/partners'`],
    ['emails/invitation.tsx', `import { invite } from '~/domain/user/invite-user.server'`],
    ['search/partner-index.ts', `import { fold } from '~/domain/text/fold'`],
    ['prisma/seed/demo.ts', `import { PrismaClient } from '#prisma'`],
  ])('%s may not %s', async (file, code) => {
    expect(await complaints(file, `${code};\n`)).toContain(IMPORTS);
  });

  test.each([
    ['app/domain/partner/add-partner.server.ts', `import { invite } from '~/domain/user/invite-user.server'`],
    ['app/domain/partner/add-partner.server.ts', `import { Prisma } from '#prisma'`],
    ['app/domain/partner/add-partner.server.ts', `import type { Ctx } from '~/access/context'`],
    ['app/domain/partner/partner.ts', `import type { Row } from './partner.queries.server'`],
    ['app/server/db.server.ts', `import { PrismaClient } from '#prisma'`],
    ['app/ui/card.tsx', `import { Icon } from '~/ui/icon'`],
    ['app/routes/staff/partners.tsx', `import { addPartner } from '~/domain/partner/add-partner.server'`],
    ['app/jobs/worker.ts', `import { mailer } from '~/adapters/mailer/mailer'`],
    ['emails/invitation.tsx', `import type { User } from '~/domain/user/user'`],
  ])('%s may %s', async (file, code) => {
    expect(await complaints(file, `${code};\n`)).not.toContain(IMPORTS);
  });
});

describe('what else the house refuses', () => {
  test.each([
    ['app/domain/partner/partner.ts', `export const a = process.env.A;`, 'no-restricted-properties'],
    ['app/domain/partner/partner.ts', `export const a = () => fetch('x');`, 'no-restricted-globals'],
    ['app/domain/partner/partner.ts', `console.log(1);`, 'no-console'],
    ['app/domain/partner/partner.test.ts', `test${'.skip'}('x', () => {});`, 'no-restricted-syntax'],
    ['tests/e2e/login.spec.ts', `test.describe${'.only'}('x', () => {});`, 'no-restricted-syntax'],
    ['app/domain/partner/partner-utils.ts', `export const a = 1;`, 'house/file-name'],
    ['scripts/x.mjs', `undefinedName();`, 'no-undef'],
  ])('%s: %s', async (file, code, rule) => {
    expect(await complaints(file, `${code}\n`)).toContain(rule);
  });
});
