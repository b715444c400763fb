import { openCsv } from '~/adapters/spreadsheet/read-csv';
import type { RomeJob, RomeTitle } from '~/domain/rome/load-rome.server';

type Row = Record<string, string>;

/**
 * The trades and their titles, as France Travail publishes them: in UTF-8 or as Excel saves it, one separator a file, found once
 * (titles hold commas). Throws a sentence when a file has other columns.
 */
export async function romeRows(files: { jobs: Buffer; titles: Buffer }): Promise<{ jobs: RomeJob[]; titles: RomeTitle[] }> {
  const jobs = (await rowsOf(files.jobs)).flatMap(({ code_rome: code, libelle_rome: label }) => (isCode(code) && label ? [{ code, label }] : []));
  const titles = (await rowsOf(files.titles)).flatMap((row) => {
    const [jobCode, label] = [row.rome_code ?? row.code_rome, row.libelle_appellation_long ?? row.libelle_appellation_court];
    return isCode(jobCode) && label ? [{ jobCode, label }] : [];
  });
  if (jobs.length === 0) throw new Error('Aucun métier lu. Le premier fichier doit avoir les colonnes code_rome et libelle_rome.');
  if (titles.length === 0) throw new Error('Aucune appellation lue. Le second fichier doit avoir les colonnes rome_code et libelle_appellation_long.');
  return { jobs, titles };
}

async function rowsOf(bytes: Buffer): Promise<Row[]> {
  const rows: Row[] = [];
  let names: string[] | null = null;
  for await (const { cells } of openCsv(bytes).rows()) {
    if (names) rows.push(Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim()])));
    else if (cells.some(Boolean)) names = cells.map((name) => name.replace(/^\uFEFF/, '').trim().toLowerCase());
  }
  return rows;
}

function isCode(code: string | undefined): code is string {
  return /^[A-N]\d{4}$/.test(code ?? '');
}
