import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Every setting that the application reads can be found by who installs it, and reaches the containers. */
const text = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const names = [...new Set([...text('app/server/env.server.ts').matchAll(/\b([A-Z][A-Z_]+): z\./g)].map(([, name]) => name!))].sort();
const compose = text('docker-compose.yml');
const settings = compose.slice(compose.indexOf('x-settings:'), compose.indexOf('\nservices:'));

test('in .env.example, but what npm start sets by itself', () => {
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !new RegExp(`^${name}=`, 'm').test(text('.env.example')))).toEqual(['NODE_ENV']);
});

test('in docker-compose.yml, but what the image sets', () => {
  const byImage = ['FILES', 'FILES_DIR', 'HOST', 'MAIL_DIR', 'NODE_ENV', 'PORT'];
  expect(names.filter((name) => !new RegExp(`^  ${name}: `, 'm').test(settings))).toEqual(byImage);
});

test('no variable of docker-compose.yml is unknown to .env.example', () => {
  const asked = [...new Set([...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!))];
  expect(asked.filter((name) => !new RegExp(`^${name}=`, 'm').test(text('.env.example')))).toEqual([]);
});

test('Meilisearch is reached by the site and the worker alone, has a key, and the application takes it unless it has its own', () => {
  const service = compose.slice(compose.indexOf('\n  meilisearch:'), compose.indexOf('\n  mail:'));
  expect(service).not.toMatch(/\n {4}ports:/);
  expect(service).toMatch(/MEILI_ENV: production[\s\S]*MEILI_MASTER_KEY: \$\{MEILI_MASTER_KEY/);
  expect(settings).toContain('MEILI_KEY: ${MEILI_KEY:-${MEILI_MASTER_KEY:-}}');
});
