import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { asSystem } from '~/server/db.server';
import { bundle } from '../../../scripts/local/esbuild.mjs';
import { inVar } from '../../../scripts/local/paths.mjs';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { bodyOf, outsideServer } from '../../support/outside-servers';

useDatabase();

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(inVar('test', 'places-')); // in the checkout, where the programs find their packages
  await bundle({ places: 'scripts/places-file.ts', geocode: 'scripts/geocode-addresses.ts' }, folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run places -- <words>` or `npm run geocode`, until it ends. */
function run(program: 'places' | 'geocode', words: string[] = [], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(folder, `${program}.js`), ...words], { env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said: said.trim() })));
}
function written(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

/** Everything that the two commands may change. */
const places = () => asSystem('a test reads places', (db) => db.$queryRaw<{ all: string }[]>`SELECT md5(concat(
  (SELECT string_agg(concat_ws('|', code, latitude, longitude), ',' ORDER BY code) FROM commune), (SELECT string_agg(concat_ws('|', code, latitude, longitude, md5(outline::text)), ',' ORDER BY code) FROM departement),
  (SELECT string_agg(concat_ws('|', id, latitude, longitude, place_precision), ',' ORDER BY id) FROM organisation), (SELECT string_agg(concat_ws('|', id, latitude, longitude, place_precision), ',' ORDER BY id) FROM offer))) AS all`);

async function agency() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const add = async (name: string, addressLine: string, more = {}) => (await officer.do(addPartner, { name, addressLine, commune: 'Lourdes', postcode: '65100', ...more })).organisationId;
  const placeOf = (id: string) => officer.run(({ db }) => db.organisation.findUniqueOrThrow({ where: { id }, select: { latitude: true, longitude: true, placePrecision: true } }));
  const addElsewhere = async () => (await officer.do(addOffer, { kind: 'workshop', title: 'Atelier', description: 'Ici.', hasOwnPlace: 'oui', addressLine: '3 rue du Lac', commune: 'Lourdes', postcode: '65100' } as never)).offerId;
  const placeOfOffer = (id: string) => officer.run(({ db }) => db.offer.findFirstOrThrow({ where: { id }, select: { latitude: true, longitude: true, placePrecision: true } }));
  return { add, placeOf, addElsewhere, placeOfOffer };
}

describe('npm run places', () => {
  test('deux fois le même fichier : la première place, la seconde ne change rien ; une personne n’est pas contredite', async () => {
    const { add, placeOf, addElsewhere, placeOfOffer } = await agency();
    const offer = await addElsewhere();
    const [byCommune, byHand] = [await add('Les Amis du Lac', '1 rue du Lac'), await add('Les Amis du Pic', '2 rue du Pic', { latitude: '43,0951', longitude: '-0,0453' })];
    const file = written('communes.csv', 'code_insee;nom;latitude;longitude\n65286;Lourdes;43,1111;-0,0333\nx;Nulle part;1;2\n65440;Tarbes;0,0781;43,2327\n');
    const first = await run('places', [file]);
    expect(first.said).toMatch(/^2 lignes lues, 1 laissées de côté .*\n1 lignes avaient la latitude et la longitude échangées.*\n2 communes placées, 1 partenaires replacés au centre de leur commune, 1 offres aussi\./);
    expect(await placeOfOffer(offer)).toEqual({ latitude: 43.1111, longitude: -0.0333, placePrecision: 'commune' });
    expect(first.code).toBe(0);
    expect([await placeOf(byCommune), await placeOf(byHand)]).toEqual([{ latitude: 43.1111, longitude: -0.0333, placePrecision: 'commune' }, { latitude: 43.0951, longitude: -0.0453, placePrecision: 'exact' }]);
    const before = await places();
    expect((await run('places', [file])).said).toMatch(/0 communes placées, 0 partenaires replacés/);
    expect(await places()).toEqual(before);
  }, 60_000);

  test('les contours, deux fois', async () => {
    const outline = { type: 'Polygon', coordinates: [[[0, 43], [0.5, 43], [0.5, 43.5], [0, 43]]] };
    const file = written('departements.geojson', JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: '65' }, geometry: outline }, { type: 'Feature', properties: { code: 'x' }, geometry: null }] }));
    expect(await run('places', [file])).toEqual({ code: 0, said: '1 contours lus, 1 laissés de côté (code ou contour illisible), 1 départements dessinés.' });
    expect((await run('places', [file])).said).toMatch(/0 départements dessinés/);
  }, 60_000);

  test('un mauvais fichier : une phrase, et rien n’est gardé', async () => {
    const before = await places();
    const cases: [string[], RegExp][] = [
      [[], /^Indiquez le fichier/],
      [[path.join(folder, 'absent.csv')], /absent\.csv/],
      [[written('vide.csv', '')], /^Aucune ligne lue\. Le fichier doit avoir les colonnes/],
      [[written('autre.csv', 'nom;population\nTarbes;43000')], /^Aucune ligne lue/],
      [[written('ouvert.csv', 'code_insee,latitude,longitude\n65286,43.5,0.5\n"65440,43.2')], /^Ce fichier n’est pas un tableau CSV lisible\. Rien n’a été changé\.$/],
      [[written('coupe.geojson', '{"features":[')], /^Ce fichier n’est pas une collection GeoJSON/],
      [[written('sans-code.geojson', '{"features":[{"properties":{},"geometry":null}]}')], /^Aucun département lu/],
    ];
    for (const [words, sentence] of cases) {
      const { code, said } = await run('places', words);
      expect(said).toMatch(sentence);
      expect([said.split('\n').length, code]).toEqual([1, 1]);
    }
    expect(await places()).toEqual(before);
  }, 90_000);
});

describe('npm run geocode', () => {
  /** Half of the service: it answers for some addresses, until it is broken. */
  async function ign(state: { broken?: boolean } = {}) {
    const url = await outsideServer(async (request, address, response) => {
      if (state.broken) return void response.writeHead(500).end();
      if (address.pathname.endsWith('/csv')) return void response.writeHead(200, { 'Content-Type': 'text/csv' }).end(`id;latitude;longitude;result_type;result_score;result_status\n${[...(await bodyOf(request)).toString().matchAll(/^"([0-9a-f-]{36})"/gm)].map(([, id]) => `${id};43.09;-0.04;street;0.8;ok`).join('\n')}`);
      const isKnown = address.searchParams.get('q')?.startsWith('1 ');
      const features = isKnown ? [{ geometry: { coordinates: [-0.0444, 43.0944] }, properties: { type: 'housenumber', score: 0.9 } }] : [];
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ features }));
    });
    return { GEOCODER: 'geoplateforme', GEOCODER_URL: url };
  }

  test('sans service choisi, il le dit ; en panne aussi, et rien ne bouge', async () => {
    const { add } = await agency();
    await add('Chez Une', '1 rue Une');
    const before = await places();
    expect(await run('geocode', [], { GEOCODER: 'communes' })).toEqual({ code: 0, said: 'Aucun service n’est choisi : mettez GEOCODER=geoplateforme dans .env.' });
    const broken = await run('geocode', [], await ign({ broken: true }));
    expect([broken.code, broken.said]).toEqual([1, expect.stringMatching(/^La Géoplateforme .*\.$/)]);
    expect(await places()).toEqual(before);
  }, 90_000);

  test('toutes les agences, deux fois : ce qui est sûr est placé une fois, le reste est à vérifier', async () => {
    await asSystem('a test begins with no address', (db) => db.organisation.updateMany({ data: { addressLine: null } }));
    const [here, there] = [await agency(), await agency()];
    const [one, two] = [await here.add('Chez Une', '1 rue Une'), await there.add('Chez Deux', '2 rue Deux')];
    const env = await ign();
    expect(await run('geocode', [], env)).toEqual({ code: 0, said: expect.stringMatching(/^1 adresses placées à leur rue\. 1 positions de partenaires sont à vérifier/) as string });
    expect([await here.placeOf(one), await there.placeOf(two)]).toEqual([{ latitude: 43.0944, longitude: -0.0444, placePrecision: 'street' }, expect.objectContaining({ placePrecision: 'commune' })]);
    const before = await places();
    expect((await run('geocode', [], env)).said).toMatch(/^0 adresses placées.* 1 positions/);
    expect(await places()).toEqual(before);
  }, 90_000);
});
