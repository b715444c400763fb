import { chosenGeocoder } from '~/adapters/geocoder/chosen-geocoder';
import { geocodeAddresses } from '~/jobs/geocode.server';
import { asSystem, closeDatabase } from '~/server/db.server';

/** `npm run geocode`: every address that stands at its commune's centre, agency after agency; see docs/places.md. */
const geocoder = chosenGeocoder();
if (!geocoder) console.log('Aucun service n’est choisi : mettez GEOCODER=geoplateforme dans .env.');
else {
  const byStreet = () => asSystem('how many are placed by their address', async (db) => (await db.organisation.count({ where: { placePrecision: 'street' } })) + (await db.offer.count({ where: { placePrecision: 'street' } })));
  const before = await byStreet();
  for (const { id } of await asSystem('the agencies', (db) => db.missionLocale.findMany({ select: { id: true } }))) await geocodeAddresses({ missionLocaleId: id }, geocoder);
  console.log(`${(await byStreet()) - before} adresses placées à leur rue.`);
}
await closeDatabase();
