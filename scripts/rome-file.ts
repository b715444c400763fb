import { readFileSync } from 'node:fs';
import { loadRome } from '~/domain/rome/load-rome.server';
import { asSystem, closeDatabase } from '~/server/db.server';
import { frenchNumber } from '~/ui/french-number';
import { romeRows } from './rome-rows';

/** `npm run rome -- <trades.csv> <titles.csv>`: the ROME of France Travail, whole; see docs/rome.md. */
const [jobsFile, titlesFile] = process.argv.slice(2);
if (!jobsFile || !titlesFile) throw new Error('Indiquez les deux fichiers : npm run rome -- metiers.csv appellations.csv');
const { jobs, titles } = await romeRows({ jobs: readFileSync(jobsFile), titles: readFileSync(titlesFile) });

const changed = await asSystem('an administrator loads the trades', (db) => loadRome(db, { jobs, titles }, { isWhole: true }), { timeout: 300_000 });
await closeDatabase();
console.log(`${frenchNumber(jobs.length)} métiers et ${frenchNumber(titles.length)} appellations lus ; ${frenchNumber(changed.jobs)} métiers et ${frenchNumber(changed.titles)} appellations changés.`);
