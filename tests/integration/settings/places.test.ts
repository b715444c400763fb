import { expect, test } from 'vitest';
import { departementOutlines } from '~/domain/map/map-ground.server';
import type { DepartementOutline } from '~/domain/place/departement-outlines';
import { keepOutlines } from '~/domain/place/keep-outlines.server';
import { placeCommunes, placeDepartements, placeOrganisationsAgain } from '~/domain/place/place-communes.server';
import { refuseDemoInProduction } from '~/domain/agency/refuse-demo-in-production.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

test('the main towns are on the map from the first day, each département at the middle of its people', async () => {
  await asSystem('a test reads the map', async (db) => {
    const [{ share }] = await db.$queryRaw<[{ share: number }]>`SELECT (sum(population) FILTER (WHERE latitude IS NOT NULL))::float8 / sum(population) AS share FROM commune WHERE part_of_code IS NULL`;
    expect(share).toBeGreaterThan(0.8);
    const tarbes = await db.commune.findUniqueOrThrow({ where: { code: '65440' } });
    expect([tarbes.latitude, tarbes.longitude]).toEqual([expect.closeTo(43.23, 1), expect.closeTo(0.08, 1)]);
    const bigorre = await db.departement.findUniqueOrThrow({ where: { code: '65' } });
    expect([bigorre.latitude, bigorre.longitude]).toEqual([expect.closeTo(43.2, 1), expect.closeTo(0.1, 1)]);
  });
});

test('official centres move the partners known by their commune only, once, and never one placed by a person', async () => {
  const ml = await missionLocale();
  const add = (name: string, more = {}) => ml.as('officer').do(addPartner, { name, kindCode: 'association', postcode: '65100', communeCode: '65286', ...more });
  const byCommune = await add('Les Amis du Lac');
  const byHand = await add('Les Amis du Pic', { latitude: '43,0951', longitude: '-0,0453' });
  const load = () =>
    asSystem('a test loads centres', async (db) => {
      const communes = await placeCommunes(db, [{ code: '65286', latitude: 43.1234, longitude: -0.0456 }]);
      await placeDepartements(db);
      return { communes, organisations: await placeOrganisationsAgain(db) };
    });
  expect(await load()).toEqual({ communes: 1, organisations: 1 });
  expect(await load()).toEqual({ communes: 0, organisations: 0 });
  const place = (id: string) => ml.as('officer').run((ctx) => ctx.db.organisation.findFirstOrThrow({ where: { id }, select: { latitude: true, longitude: true, placePrecision: true } }));
  expect(await place(byCommune.organisationId)).toEqual({ latitude: 43.1234, longitude: -0.0456, placePrecision: 'commune' });
  expect(await place(byHand.organisationId)).toEqual({ latitude: 43.0951, longitude: -0.0453, placePrecision: 'exact' });
});

test('outlines of départements are written once, and drawn for whoever reads the map', async () => {
  const ml = await missionLocale();
  const outlines: DepartementOutline[] = [{ code: '65', outline: { type: 'Polygon', coordinates: [[[0, 43], [0.5, 43], [0.5, 43.5], [0, 43]]] } }, { code: '99', outline: { type: 'Polygon', coordinates: [[[0, 1], [1, 1], [1, 2], [0, 1]]] } }];
  const load = () => asSystem('a test loads outlines', (db) => keepOutlines(db, outlines));
  expect([await load(), await load()]).toEqual([1, 0]);
  const ground = JSON.parse(await ml.as('counsellor').run(departementOutlines)) as { features: { properties: { code: string }; geometry: unknown }[] };
  expect(ground.features).toEqual([{ type: 'Feature', properties: { code: '65' }, geometry: outlines[0]!.outline }]);
});

test('a commune born of a merger takes the centre of its main former town', async () => {
  await asSystem('a test merges communes', async (db) => {
    const merged = await db.commune.findFirstOrThrow({ where: { partOfCode: { not: null } }, select: { code: true, partOfCode: true } });
    await db.commune.updateMany({ where: { code: { in: [merged.partOfCode!, merged.code] } }, data: { latitude: null, longitude: null } });
    await placeCommunes(db, [{ code: merged.code, latitude: 45, longitude: 5, population: 900 }], { onlyMissing: true });
    expect(await db.commune.findUniqueOrThrow({ where: { code: merged.partOfCode! }, select: { latitude: true, longitude: true } })).toEqual({ latitude: 45, longitude: 5 });
  });
});

test('production refuses a base that holds the demonstration', async () => {
  await asSystem('no demonstration yet', refuseDemoInProduction);
  await asSystem('a test marks a demonstration', (db) => db.missionLocale.create({ data: { name: 'Démonstration', regionCode: '76', departementCode: '65', isDemo: true } }));
  await expect(asSystem('a production holds no demonstration', refuseDemoInProduction)).rejects.toThrow('la production refuse de démarrer');
});
