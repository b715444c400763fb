import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/local/chromium.mjs';
import { freePortFrom } from './scripts/local/ports.mjs';

// This file is read again by each worker, which inherits what the first reading chose and takes the site of its place.
process.env.E2E_PORTS ??= await twoFreePorts();
const ports = process.env.E2E_PORTS.split(',');
const port = ports[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
const url = `http://127.0.0.1:${port}`;
process.env.E2E_PORT = port;

async function twoFreePorts(): Promise<string> {
  const first = await freePortFrom(3300);
  return `${first},${await freePortFrom(first + 1)}`;
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false, // the tests of a file follow one another, on one site; files that only look say otherwise
  forbidOnly: true,
  retries: 0,
  workers: ports.length,
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
    // Recording every step slows every test: `npm test -- --only=e2e -- --trace=retain-on-failure` does it when one needs it.
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000, // an element that never comes fails here, not at the end of the test
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumArguments() },
  },
});
