import type { Db } from '~/access/context';
import { titleWords } from './title-words';

export type RomeJob = { code: string; label: string };
export type RomeTitle = { jobCode: string; label: string };

/**
 * Writes trades and their titles. A trade already there takes the label given; titles given are added; nothing is removed unless
 * `isWhole`: the whole official list, which other titles and trades then leave. Answers how many rows changed; the same again changes none.
 */
export async function loadRome(db: Db, { jobs, titles }: { jobs: readonly RomeJob[]; titles: readonly RomeTitle[] }, { isWhole = false } = {}): Promise<{ jobs: number; titles: number }> {
  const jobRows = JSON.stringify(jobs);
  const titleRows = JSON.stringify(titles.map(({ jobCode, label }) => ({ j: jobCode, l: label, s: titleWords(label) })));
  const written = await db.$executeRaw`INSERT INTO rome_job (code, label) SELECT DISTINCT ON (code) code, label FROM json_to_recordset(${jobRows}::json) AS r(code text, label text)
    ON CONFLICT (code) DO UPDATE SET label = excluded.label WHERE rome_job.label <> excluded.label`;
  const added = await db.$executeRaw`INSERT INTO rome_title (job_code, label, search_label) SELECT DISTINCT ON (j, l) j, l, s FROM json_to_recordset(${titleRows}::json) AS r(j text, l text, s text)
    WHERE j IN (SELECT code FROM rome_job) ON CONFLICT (job_code, label) DO UPDATE SET search_label = excluded.search_label WHERE rome_title.search_label <> excluded.search_label`;
  if (!isWhole) return { jobs: written, titles: added };
  const gone = await db.$executeRaw`DELETE FROM rome_title t WHERE NOT EXISTS (SELECT FROM json_to_recordset(${titleRows}::json) AS r(j text, l text) WHERE r.j = t.job_code AND r.l = t.label)`;
  const left = await db.$executeRaw`DELETE FROM rome_job t WHERE NOT EXISTS (SELECT FROM json_to_recordset(${jobRows}::json) AS r(code text) WHERE r.code = t.code)`;
  return { jobs: written + left, titles: added + gone };
}
