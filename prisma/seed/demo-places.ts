import type { Actor } from '~/access/actor';
import { addressesToPlace, keepDoubts, type Answer } from '~/domain/place/place-by-address.server';
import { asSystem } from '~/server/db.server';

/** As if an address service had been asked: of a few partners that stand at their commune's centre it was not sure, of one it found nothing. */
export async function seedPlacesToCheck({ missionLocaleId }: Actor): Promise<void> {
  await asSystem('the demonstration has positions to check', async (db) => {
    const asked = await addressesToPlace(db, 'organisation', { missionLocaleId: missionLocaleId!, onlyId: null, after: '00000000-0000-0000-0000-000000000000', limit: 6 });
    const centres = new Map((await db.commune.findMany({ where: { code: { in: asked.map(({ communeCode }) => communeCode) } } })).map((commune) => [commune.code, commune]));
    const found = asked.slice(1).flatMap(({ id, communeCode }, i): [string, Answer][] => {
      const { latitude, longitude } = centres.get(communeCode) ?? { latitude: null, longitude: null };
      return latitude === null || longitude === null ? [] : [[id, { latitude: latitude + 0.004 * (i - 2), longitude: longitude + 0.005, type: i % 2 === 0 ? 'street' : 'locality', score: 0.28 + 0.04 * i }]];
    });
    await keepDoubts(db, asked, new Map(found));
  });
}
