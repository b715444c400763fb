import type { Db } from '~/access/context';
import { matchKeys } from './match-keys';
import type { PartnerToCompare } from './partners-to-compare.server';

type Row = { id: string; block: string; value: string };
const rowsOf = (rows: readonly Row[]) => [rows.map(({ id }) => id), rows.map(({ block }) => block), rows.map(({ value }) => value)] as const;

/** Writes the keys of these partners, as they are now: a night when nothing changed reads, and writes nothing. Three statements at most. */
export async function writeMatchKeys(db: Db, missionLocaleId: string, partners: readonly PartnerToCompare[]): Promise<void> {
  const old = await db.$queryRaw<Row[]>`SELECT partnership_id AS id, block, value FROM search.match_key
    WHERE mission_locale_id = ${missionLocaleId}::uuid AND partnership_id = ANY (${partners.map(({ partnershipId }) => partnershipId)}::uuid[])`;
  const gone = new Map(old.map((row) => [`${row.id} ${row.block} ${row.value}`, row]));
  const fresh: Row[] = [];
  for (const { partnershipId: id, ...partner } of partners) for (const key of matchKeys(partner)) if (!gone.delete(`${id} ${key.block} ${key.value}`)) fresh.push({ id, ...key });
  if (gone.size > 0) {
    const [ids, names, values] = rowsOf([...gone.values()]);
    await db.$executeRaw`DELETE FROM search.match_key k USING unnest(${ids}::uuid[], ${names}::text[], ${values}::text[]) AS w(id, block, value)
      WHERE (k.mission_locale_id, k.block, k.value, k.partnership_id) = (${missionLocaleId}::uuid, w.block, w.value, w.id)`;
  }
  if (fresh.length > 0) {
    const [ids, names, values] = rowsOf(fresh);
    await db.$executeRaw`INSERT INTO search.match_key (mission_locale_id, partnership_id, block, value)
      SELECT ${missionLocaleId}::uuid, w.id, w.block, w.value FROM unnest(${ids}::uuid[], ${names}::text[], ${values}::text[]) AS w(id, block, value)`;
  }
}
