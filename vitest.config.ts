import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const outsideApp = '{emails,search,prisma,scripts}';
// The modules of the application are read once a process, not once a file: `useDatabase` gives each file its own world all the same.
const onPostgres = { environment: 'node' as const, globalSetup: 'tests/support/global-setup.ts', hookTimeout: 120_000, isolate: false };

export default defineConfig({
  plugins: [react({ jsxImportSource: '~/ui/french' })],
  resolve: { alias: { '~/': here('./app/'), '#prisma': here('./prisma/generated/client.ts'), '#search/': here('./search/'), '#emails/': here('./emails/') } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000, // a loaded machine of two cores is slow, not wrong
    env: { TZ: 'UTC' },
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['app/**/*.test.ts', `${outsideApp}/**/*.test.ts`] } },
      {
        extends: true,
        test: { name: 'screen', environment: 'jsdom', include: ['app/**/*.test.tsx', `${outsideApp}/**/*.test.tsx`], setupFiles: ['tests/support/screen-setup.ts'] },
      },
      { extends: true, test: { name: 'integration', ...onPostgres, include: ['tests/integration/**/*.test.ts'], testTimeout: 30_000 } },
      { extends: true, test: { name: 'relevance', ...onPostgres, include: ['tests/relevance/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
