import fs from 'node:fs';
import { inRoot } from './paths.mjs';

/** Reads `.env` at the root, when there is one, into the environment; what the environment already says wins. */
export function loadEnv(file = inRoot('.env')) {
  if (!fs.existsSync(file)) return;
  process.loadEnvFile(file);
}

/** Is this module the program that Node was asked to run (and not imported by another)? */
export const isMain = (meta) => process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fs.realpathSync(new URL(meta.url));
