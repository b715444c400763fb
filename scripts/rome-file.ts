import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { loadRome } from '~/domain/rome/load-rome.server';
import { asSystem, closeDatabase } from '~/server/db.server';
import { frenchNumber } from '~/ui/french-number';

/** `npm run rome -- <trades.csv> <titles.csv>`: the ROME of France Travail, whole; see docs/rome.md. */
const [jobsFile, titlesFile] = process.argv.slice(2);
if (!jobsFile || !titlesFile) throw new Error('Indiquez les deux fichiers : npm run rome -- metiers.csv appellations.csv');
const jobs = rowsOf(jobsFile).flatMap(({ code_rome: code, libelle_rome: label }) => (isCode(code) && label ? [{ code, label }] : []));
const titles = rowsOf(titlesFile).flatMap((row) => {
  const [jobCode, label] = [row.rome_code ?? row.code_rome, row.libelle_appellation_long ?? row.libelle_appellation_court];
  return isCode(jobCode) && label ? [{ jobCode, label }] : [];
});
if (jobs.length === 0) throw new Error('Aucun métier lu. Le premier fichier doit avoir les colonnes code_rome et libelle_rome.');
if (titles.length === 0) throw new Error('Aucune appellation lue. Le second fichier doit avoir les colonnes rome_code et libelle_appellation_long.');

const changed = await asSystem('an administrator loads the trades', (db) => loadRome(db, { jobs, titles }, { isWhole: true }), { timeout: 300_000 });
await closeDatabase();
console.log(`${frenchNumber(jobs.length)} métiers et ${frenchNumber(titles.length)} appellations lus ; ${frenchNumber(changed.jobs)} métiers et ${frenchNumber(changed.titles)} appellations changés.`);

function rowsOf(file: string): Record<string, string>[] {
  const header = (names: string[]) => names.map((name) => name.trim().toLowerCase());
  return parse(readFileSync(file, 'utf8'), { columns: header, bom: true, delimiter: [';', ',', '|'], relax_column_count: true, skip_empty_lines: true, trim: true });
}

function isCode(code: string | undefined): code is string {
  return /^[A-N]\d{4}$/.test(code ?? '');
}
