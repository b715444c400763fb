import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/local/chromium.mjs';
import { freePortFrom } from './scripts/local/ports.mjs';

// This file is read again by each worker, which inherits what the first reading chose.
process.env.E2E_PORT ??= String(await freePortFrom(3300));
const port = process.env.E2E_PORT;
const url = `http://127.0.0.1:${port}`;
process.env.E2E_URL = url;
process.env.E2E_MAIL_DIR = `var/test/e2e-${port}/mail`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 1, // they count what is in one database: side by side they would count each other's
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  webServer: {
    command: 'node scripts/serve-for-tests.mjs',
    url: `${url}/ready`,
    timeout: 300_000, // a first build and a first demonstration
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
  },
  use: {
    baseURL: url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    actionTimeout: 20_000, // an element that never comes fails here, not at the end of the test
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumArguments() },
  },
});
