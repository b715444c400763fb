import type { Db } from '~/access/context';
import { matchKeys } from '~/domain/duplicate/match-keys';
import type { OrganisationToCompare } from './organisations-to-compare.server';

type Row = { id: string; block: string; value: string };
const columnsOf = (rows: readonly Row[]) => [rows.map(({ id }) => id), rows.map(({ block }) => block), rows.map(({ value }) => value)] as const;

/** Writes the keys of these organisations as they are now. The ids of those whose keys changed: a night when nothing changed writes nothing. */
export async function writeOrganisationKeys(db: Db, organisations: readonly OrganisationToCompare[]): Promise<string[]> {
  const old = await db.$queryRaw<Row[]>`SELECT organisation_id AS id, block, value FROM search.organisation_key WHERE organisation_id = ANY (${organisations.map(({ organisationId }) => organisationId)}::uuid[])`;
  const gone = new Map(old.map((row) => [`${row.id} ${row.block} ${row.value}`, row]));
  const fresh: Row[] = [];
  for (const { organisationId: id, ...organisation } of organisations) for (const key of matchKeys(organisation)) if (!gone.delete(`${id} ${key.block} ${key.value}`)) fresh.push({ id, ...key });
  if (gone.size > 0) {
    const [ids, blocks, values] = columnsOf([...gone.values()]);
    await db.$executeRaw`DELETE FROM search.organisation_key k USING unnest(${ids}::uuid[], ${blocks}::text[], ${values}::text[]) AS w(id, block, value)
      WHERE (k.block, k.value, k.organisation_id) = (w.block, w.value, w.id)`;
  }
  if (fresh.length > 0) {
    const [ids, blocks, values] = columnsOf(fresh);
    await db.$executeRaw`INSERT INTO search.organisation_key (organisation_id, block, value) SELECT w.id, w.block, w.value FROM unnest(${ids}::uuid[], ${blocks}::text[], ${values}::text[]) AS w(id, block, value)`;
  }
  return [...new Set([...gone.values(), ...fresh].map(({ id }) => id))];
}
