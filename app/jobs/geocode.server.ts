import { chosenGeocoder } from '~/adapters/geocoder/chosen-geocoder';
import type { Geocoder } from '~/adapters/geocoder/geocoder';
import { addressesToPlace, keepDoubts, placeByAddress, type Addressed } from '~/domain/place/place-by-address.server';
import { asSystem } from '~/server/db.server';
import type { Payload } from './run-task.server';

/** Addresses sent together: a file well under the limits of the service (50 MB, 200,000 rows). */
const TOGETHER = 2000;

/**
 * After a partner or an offer was added or changed, or a file imported: addresses that stand at their commune's centre are looked for.
 * Nothing to do when no geocoder is configured. Run again, it asks only for what is not placed yet.
 */
export async function geocodeAddresses({ missionLocaleId, partnershipId, offerId }: Payload, geocoder: Geocoder | null = chosenGeocoder()): Promise<void> {
  if (!geocoder || !missionLocaleId) return;
  if (!offerId) await placeAll('organisation', missionLocaleId, partnershipId, geocoder);
  if (!partnershipId) await placeAll('offer', missionLocaleId, offerId, geocoder);
}

async function placeAll(what: Addressed, missionLocaleId: string, onlyId: unknown, geocoder: Geocoder): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const asked = await asSystem('addresses to put on the map', (db) => addressesToPlace(db, what, { missionLocaleId, onlyId: typeof onlyId === 'string' ? onlyId : null, after, limit: TOGETHER }));
    if (asked.length === 0) return;
    after = asked.at(-1)!.id;
    const found = await geocoder.find(asked);
    await asSystem(
      'addresses found are put on the map',
      async (db) => {
        await placeByAddress(db, what, asked, found);
        await keepDoubts(db, what, asked, found);
      },
      { timeout: 60_000 },
    );
  }
}
