import { inRoot } from './local/paths.mjs';
import { runProgram } from './local/programs.mjs';

// What one runs before handing over: all of `npm test` but the browser and the measures of relevance.
const { code } = await runProgram(process.execPath, [inRoot('scripts', 'test.mjs'), '--only=types,lint,unit,integration', ...process.argv.slice(2)], { show: true });
process.exitCode = code === 0 ? 0 : 1;
