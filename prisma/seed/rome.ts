import type { Db } from '~/access/context';
import { loadRome } from '~/domain/rome/load-rome.server';
import { romeSubset } from './rome-subset';

/** The trades of the first day; none is touched once the official file is loaded. */
export async function seedRome(db: Db): Promise<void> {
  const known = await db.romeJob.count();
  if (known > romeSubset.length) return;
  await loadRome(db, {
    jobs: romeSubset.map(([code, label]) => ({ code, label })),
    titles: romeSubset.flatMap(([jobCode, , titles]) => titles.map((label) => ({ jobCode, label }))),
  });
}
