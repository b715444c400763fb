import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './local/paths.mjs';

const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: Record<string, string> };
const commands = Object.values(scripts).flatMap((line) => /^node (scripts\/\S+\.mjs)$/.exec(line)?.slice(1) ?? []);

const run = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; said: string }>((resolve) => execFile(process.execPath, args, { cwd: root, timeout: 15_000 }, (error, out, said) => resolve({ code: error ? (error.code ?? error.signal) : 0, out, said })));

test.each(commands)('%s says how it is used, and does nothing of it', async (file) => {
  const help = await run(file, '--help');
  expect(help).toEqual({ code: 0, out: expect.stringMatching(/^npm (run )?[a-z:]+/), said: '' });
  const wrong = await run(file, '--nimporte');
  expect(wrong).toEqual({ code: file.endsWith('validate.mjs') ? 1 : 2, out: '', said: expect.stringContaining('L’option --nimporte n’existe pas.\n\nnpm ') });
});

test.each([
  [['import'], 'Il manque le fichier.'],
  [['import', 'absent.xlsx', '--agency', 'ML', '--as', 'a@b.example'], 'Le fichier absent.xlsx n’existe pas.'],
  [['import', 'package.json', '--as', 'a@b.example'], 'Il manque --agency.'],
  [['import', 'package.json', '--agency', 'ML'], 'Il manque --as.'],
  [['import', '--agency'], 'L’option --agency est mal écrite.'],
  [['bench', '--scale', 'dix'], '--scale attend un nombre plus grand que zéro.'],
])('what lacks or is wrong is said before anything starts: %j', async ([name, ...args], sentence) => {
  const { code, out, said } = await run(`scripts/${name}.mjs`, ...args);
  expect({ code, out, said }).toEqual({ code: 2, out: '', said: expect.stringContaining(`${sentence}\n\nnpm run ${name}`) });
});
