import { chosenGeocoder } from '~/adapters/geocoder/chosen-geocoder';
import type { Geocoder } from '~/adapters/geocoder/geocoder';
import { organisationsToPlace, placeByAddress } from '~/domain/place/place-by-address.server';
import { asSystem } from '~/server/db.server';
import type { Payload } from './run-task.server';

/** Addresses sent together: a file well under the limits of the service (50 MB, 200,000 rows). */
const TOGETHER = 2000;

/**
 * After a partner was added or changed, or a file imported: addresses that stand at their commune's centre are looked for. Nothing to do
 * when no geocoder is configured. Run again, it asks only for what is not placed yet.
 */
export async function geocodeAddresses({ missionLocaleId, partnershipId }: Payload, geocoder: Geocoder | null = chosenGeocoder()): Promise<void> {
  if (!geocoder || !missionLocaleId) return;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const asked = await asSystem('addresses to put on the map', (db) => organisationsToPlace(db, { missionLocaleId, partnershipId: typeof partnershipId === 'string' ? partnershipId : null, after, limit: TOGETHER }));
    if (asked.length === 0) return;
    after = asked.at(-1)!.id;
    const found = await geocoder.find(asked);
    await asSystem('addresses found are put on the map', (db) => placeByAddress(db, asked, found), { timeout: 60_000 });
  }
}
