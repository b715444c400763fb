import type { Db } from '~/access/context';
import { readTowns } from '~/adapters/territory/geonames';
import { placeCommunes, placeDepartements } from '~/domain/place/place-communes.server';

/**
 * Coordinates of the main towns (8,600 communes, 83 % of the population), so that the map and the radius work on the first day
 * without a network. `npm run places` loads the official centres of all communes; those are never overwritten here.
 */
export async function seedTowns(db: Db): Promise<void> {
  const [{ placed }] = await db.$queryRaw<[{ placed: number }]>`SELECT count(latitude)::int AS placed FROM commune`;
  if (placed > 8000) return;
  await placeCommunes(db, readTowns(), { onlyMissing: true });
  await placeDepartements(db);
}
