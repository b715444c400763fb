import { build } from './build.mjs';
import { scriptWeight, weightBudget } from './local/script-weight.mjs';

// `npm run weight`: the JavaScript of each page, as the browser receives it.
await build({ log: (line) => console.log(`· ${line}`) });
const { pages, later } = scriptWeight();
const kB = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
console.log(`\nJavaScript de chaque page, gzip (budget : ${weightBudget / 1000} kB) ; entre parenthèses, sans ce que toutes partagent.\n`);
for (const { id, bytes, own } of pages) console.log(`${kB(bytes)} (${kB(own).trim()})  ${id}${bytes > weightBudget ? '  ✗' : ''}`);
console.log('\nDemandé plus tard, quand on s’en sert\n');
for (const { file, bytes } of later) if (bytes > 2000) console.log(`${kB(bytes)}  ${file}`);
process.exitCode = pages.some(({ bytes }) => bytes > weightBudget) ? 1 : 0;
