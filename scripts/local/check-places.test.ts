import { afterEach, expect, test } from 'vitest';
import { outside } from './check-machine.mjs';
import { placesVerdict } from './check-places.mjs';

const well = { communes: 34969, noCentre: 0, nowhere: 0, doubts: 0, waiting: 0, asksAddresses: true };

test.each([
  ['ok', well, '34969 communes au centre connu', undefined],
  ['ok', { ...well, noCentre: 26346 }, '8623 communes sur 34969', undefined],
  ['ok', { ...well, doubts: 12 }, '12 position(s) à vérifier', undefined],
  ['warn', { ...well, noCentre: 5, nowhere: 3 }, '3 partenaire(s) d’une commune sans centre', /npm run places/],
  ['warn', { ...well, waiting: 7 }, '7 adresse(s) à chercher', /npm run geocode/],
  ['ok', { ...well, waiting: 7, asksAddresses: false }, 'communes au centre connu', undefined],
  ['bad', { ...well, communes: 0 }, 'aucune commune', /npm start/],
])('positions, %s : %j', (state, found, says, mend) => {
  const told = placesVerdict(found);
  expect(told.state).toBe(state);
  expect(told.says).toContain(says);
  if (mend) expect(told.mend).toMatch(mend);
  else expect(told.mend).toBeUndefined();
});

const { GEOCODER } = process.env;
afterEach(() => {
  if (GEOCODER === undefined) delete process.env.GEOCODER;
  else process.env.GEOCODER = GEOCODER;
});
test.each([
  [undefined, 'au centre de la commune'],
  ['communes', 'au centre de la commune'],
  ['geoplateforme', 'par la Géoplateforme'],
])('adresses, avec GEOCODER=%s', (chosen, says) => {
  if (chosen === undefined) delete process.env.GEOCODER;
  else process.env.GEOCODER = chosen;
  expect(outside()).toContainEqual({ what: 'Adresses', state: 'ok', says });
});
