import type { Db } from '~/access/context';
import type { DepartementOutline } from './departement-outlines';

/** Writes the outlines of départements. Returns how many were changed. */
export async function keepOutlines(db: Db, outlines: readonly DepartementOutline[]): Promise<number> {
  return db.$executeRaw`UPDATE departement d SET outline = r.outline FROM jsonb_to_recordset(${JSON.stringify(outlines)}::jsonb) AS r(code text, outline jsonb)
    WHERE d.code = r.code AND d.outline IS DISTINCT FROM r.outline`;
}
