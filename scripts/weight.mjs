import { build } from './build.mjs';
import { readOptions } from './local/options.mjs';
import { scriptWeight, weightBudget } from './local/script-weight.mjs';

readOptions(
  `npm run weight

  Dit ce que pèse le JavaScript de chaque page, tel que le navigateur le reçoit.`,
  {},
);
await build({ log: (line) => console.log(`· ${line}`) });
const { pages, later } = scriptWeight();
const kB = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
console.log(`\nJavaScript de chaque page, gzip (budget : ${weightBudget / 1000} kB) ; entre parenthèses, sans ce que toutes partagent.\n`);
for (const { id, bytes, own } of pages) console.log(`${kB(bytes)} (${kB(own).trim()})  ${id}${bytes > weightBudget ? '  ✗' : ''}`);
console.log('\nDemandé plus tard, quand on s’en sert\n');
for (const { file, bytes } of later) if (bytes > 2000) console.log(`${kB(bytes)}  ${file}`);
process.exitCode = pages.some(({ bytes }) => bytes > weightBudget) ? 1 : 0;
