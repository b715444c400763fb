import { chosenGeocoder } from '~/adapters/geocoder/chosen-geocoder';
import { geocodeAddresses } from '~/jobs/geocode.server';
import { asSystem, closeDatabase } from '~/server/db.server';

/** `npm run geocode`: every address that stands at its commune's centre, agency after agency; see docs/places.md. */
const geocoder = chosenGeocoder();
const read = () =>
  asSystem('how many are placed by their address, and how many are in doubt', async (db) => {
    const placed = (await db.organisation.count({ where: { placePrecision: 'street' } })) + (await db.offer.count({ where: { placePrecision: 'street' } }));
    const [doubts] = await db.$queryRaw<[{ partners: number; offers: number }]>`SELECT (SELECT count(*)::int FROM search.place_doubt) AS partners, (SELECT count(*)::int FROM search.offer_place_doubt) AS offers`;
    return { placed, doubts };
  });
try {
  if (!geocoder) console.log('Aucun service n’est choisi : mettez GEOCODER=geoplateforme dans .env.');
  else {
    const before = await read();
    for (const { id } of await asSystem('the agencies', (db) => db.missionLocale.findMany({ select: { id: true } }))) await geocodeAddresses({ missionLocaleId: id }, geocoder);
    const after = await read();
    console.log(`${after.placed - before.placed} adresses placées à leur rue.${after.doubts.partners > 0 ? ` ${after.doubts.partners} positions de partenaires sont à vérifier : la liste des partenaires les montre (Plus, « Positions à vérifier »).` : ''}${after.doubts.offers > 0 ? ` ${after.doubts.offers} positions d’offres sont à vérifier : « Nos offres » les montre.` : ''}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
