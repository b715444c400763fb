import type { Actor } from '~/access/actor';
import { addressesToPlace, keepDoubts, placeByAddress, type Addressed, type Answer } from '~/domain/place/place-by-address.server';
import { asSystem } from '~/server/db.server';
import type { InventedPartner } from './demo-partners';

const first = '00000000-0000-0000-0000-000000000000';

/** As if an address service had been asked: most of the partners whose door is known are found at their number or in their street. */
export async function seedFoundPlaces({ missionLocaleId }: Actor, partners: readonly InventedPartner[]): Promise<void> {
  const keyOf = (line: string, communeCode: string) => `${line} ${communeCode}`;
  const doors = new Map(partners.flatMap(({ input, town, door }) => (door && input.addressLine ? [[keyOf(input.addressLine, town), door] as const] : [])));
  await asSystem('the demonstration has addresses that were found', async (db) => {
    const asked = await addressesToPlace(db, 'organisation', { missionLocaleId: missionLocaleId!, onlyId: null, after: first, limit: 2000 });
    const found = asked.flatMap(({ id, line, communeCode }, i): [string, Answer][] => {
      const door = doors.get(keyOf(line, communeCode));
      return door ? [[id, { ...door, type: i % 4 === 0 ? 'street' : 'housenumber', score: 0.72 + 0.02 * (i % 13) }]] : [];
    });
    await placeByAddress(db, 'organisation', asked, new Map(found));
  });
}

/** Of a few that stand at their commune's centre, partners and offers, the service was not sure; of one of each it found nothing. */
export async function seedPlacesToCheck({ missionLocaleId }: Actor): Promise<void> {
  await asSystem('the demonstration has positions to check', async (db) => {
    for (const [what, limit] of [['organisation', 6], ['offer', 2]] as const satisfies (readonly [Addressed, number])[]) {
      const asked = await addressesToPlace(db, what, { missionLocaleId: missionLocaleId!, onlyId: null, after: first, limit });
      const centres = new Map((await db.commune.findMany({ where: { code: { in: asked.map(({ communeCode }) => communeCode) } } })).map((commune) => [commune.code, commune]));
      const found = asked.slice(1).flatMap(({ id, communeCode }, i): [string, Answer][] => {
        const { latitude, longitude } = centres.get(communeCode) ?? { latitude: null, longitude: null };
        return latitude === null || longitude === null ? [] : [[id, { latitude: latitude + 0.004 * (i - 2), longitude: longitude + 0.005, type: i % 2 === 0 ? 'street' : 'locality', score: 0.28 + 0.04 * i }]];
      });
      await keepDoubts(db, what, asked, new Map(found));
    }
  });
}
