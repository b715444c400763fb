import { loadEnv } from './local/env-file.mjs';
import { checkDatabase } from './local/check-database.mjs';
import { checkMachine } from './local/check-machine.mjs';
import { readOptions } from './local/options.mjs';

// A line each: what, how it is, and the command that mends it. Looks only: starts nothing, changes nothing.
readOptions(
  `npm run doctor

  Regarde la machine, la base et la recherche : une ligne chacune, ce qui va, et la commande qui répare. Ne change rien.`,
  {},
);
loadEnv();
const WORDS = { ok: 'ok', warn: 'à voir', bad: 'en panne' };
const findings = [...(await checkMachine()), ...(await checkDatabase())];
const width = Math.max(...findings.map(({ what }) => what.length));
for (const { what, state, says, mend } of findings) {
  console.log(`${what.padEnd(width)}  ${WORDS[state].padEnd(8)}  ${says}${mend ? `  →  ${mend}` : ''}`);
}
process.exitCode = findings.some(({ state }) => state === 'bad') ? 1 : 0;
