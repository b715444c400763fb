import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeFlags } from '../../scripts/local/node-flags.mjs';

/** The site and its worker as in production, on a free port, ended with the bench. */
export async function startServer(databaseUrl: string, adminUrl: string): Promise<{ port: number; stop(): Promise<void> }> {
  const folder = path.resolve('var/bench/run');
  mkdirSync(folder, { recursive: true });
  const portFile = path.join(folder, `port-${process.pid}`);
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, PORT: '0', PORT_FILE: portFile, NODE_ENV: 'production' };
  const children = ['main', 'worker'].map((name): ChildProcess => {
    const output = openSync(path.join(folder, `${name}.log`), 'w');
    const child = spawn(process.execPath, [...nodeFlags, path.resolve('build/bin', `${name}.js`)], { env, stdio: ['ignore', output, output] });
    closeSync(output);
    return child;
  });
  for (let tries = 0; !existsSync(portFile); tries += 1) {
    if (tries > 300 || children.some((child) => child.exitCode !== null)) throw new Error(`The server does not start: see ${folder}`);
    await wait(100);
  }
  await wait(200);
  const port = Number(readFileSync(portFile, 'utf8'));
  rmSync(portFile);
  return { port, stop: async () => void (await Promise.all(children.map(end))) };
}

const end = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
