import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

/**
 * Runs a program of node_modules by Node itself (no shell, so no quoting of paths), at the root of the checkout.
 * `show: true` lets it write to our terminal; else its output is only shown when it fails.
 * @throws {Error} with the end of its output when it fails
 */
export async function runNpmBin(name, args, options = {}) {
  const result = await spawnNpmBin(name, args, options);
  if (result.code !== 0) throw new Error(`${name} ${args.join(' ')} a échoué (${result.code}).\n${excerpt(result.output)}`);
  return result;
}

/** The beginning of a long output, where builders say what is wrong, and its end, where Node does. */
export function excerpt(output, { first = 25, last = 12 } = {}) {
  const lines = output.trim().split('\n');
  return lines.length <= first + last ? lines.join('\n') : [...lines.slice(0, first), `… (${lines.length - first - last} lignes)`, ...lines.slice(-last)].join('\n');
}

/** The same, but a failure is a result: `{ code, output }`. */
export const spawnNpmBin = (name, args, options = {}) => runProgram(process.execPath, [binOf(name), ...args], options);

/** The script behind `npx <name>`. */
export function binOf(name) {
  const { bin } = JSON.parse(fs.readFileSync(inRoot('node_modules', BIN_PACKAGES[name] ?? name, 'package.json'), 'utf8'));
  return inRoot('node_modules', BIN_PACKAGES[name] ?? name, typeof bin === 'string' ? bin : bin[name]);
}
const BIN_PACKAGES = { remix: '@remix-run/dev', playwright: '@playwright/test', tsc: 'typescript' };

/** Runs a program to its end; resolves to `{ code, output }`, never rejects for a failure of the program. */
export function runProgram(command, args, { env = {}, show = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
    child.once('error', (error) => resolve({ code: -1, output: `${path.basename(command)} : ${error.message}` }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}
