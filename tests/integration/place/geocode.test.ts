import { expect, test } from 'vitest';
import { geoplateforme } from '~/adapters/geocoder/geoplateforme';
import { addOffer } from '~/domain/offer/add-offer.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { managedPageOf, managedGroupOf } from '~/domain/offer/managed-groups';
import { managedOffers } from '~/domain/offer/offer.queries.server';
import { offerHistory } from '~/domain/offer/offer-history.server';
import { offerPlaceForm } from '~/domain/offer/place/offer-place-form.server';
import { forgetOfferPlace, placeOffer } from '~/domain/offer/place/place-offer.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { correctPlace, forgetPlace } from '~/domain/partner/correct-place.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { placeForm } from '~/domain/partner/place-form.queries.server';
import { geocodeAddresses } from '~/jobs/geocode.server';
import { asSystem } from '~/server/db.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { bodyOf, outsideServer } from '../../support/outside-servers';

useDatabase();

type Known = Record<string, { lon: number; lat: number; type: string; score: number }>;

/** The Géoplateforme as documented: `search` answers GeoJSON, `search/csv` the rows with their results. */
async function ign(known: Known, state: { busy?: number } = {}) {
  const calls: string[] = [];
  const url = await outsideServer(async (request, address, response) => {
    calls.push(address.pathname + address.search);
    if (state.busy) {
      state.busy -= 1;
      return void response.writeHead(429, { 'Retry-After': '0' }).end();
    }
    if (address.pathname === '/geocodage/search') {
      const hit = known[(address.searchParams.get('q') ?? '').toLowerCase()];
      const features = hit ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [hit.lon, hit.lat] }, properties: { type: hit.type, score: hit.score, x: 650000, y: 6800000 } }] : [];
      return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ type: 'FeatureCollection', features }));
    }
    const body = (await bodyOf(request)).toString();
    const lines = [...body.matchAll(/^"([0-9a-f-]{36})";"([^"]*)";"(\w{5})"\r?$/gm)];
    const answered = lines.map(([, id, line, insee]) => {
      const hit = known[line!.toLowerCase()];
      return hit ? `${id};${line};${insee};${hit.lat};${hit.lon};${hit.type};${hit.score};ok` : `${id};${line};${insee};;;;;not-found`;
    });
    response.writeHead(200, { 'Content-Type': 'text/csv' }).end(['id;adresse;insee;latitude;longitude;result_type;result_score;result_status', ...answered].join('\n'));
  });
  return { geocoder: geoplateforme({ url: `${url}/geocodage`, tries: 3, timeoutMs: 2000 }), calls };
}

async function agency() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const add = async (addressLine: string | null, more: object = {}) => (await officer.do(addPartner, { name: `Chez ${addressLine}`, addressLine, commune: 'Tarbes', postcode: '65000', ...more })).partnershipId;
  const placeOf = async (id: string) => (await officer.run(({ db }) => db.partnership.findFirstOrThrow({ where: { id }, select: { organisation: { select: { latitude: true, longitude: true, placePrecision: true } } } }))).organisation;
  return { ml, officer, add, placeOf };
}

const sure = { lon: 0.0712, lat: 43.2311, type: 'housenumber', score: 0.93 };

test('une adresse trouvée au numéro va à sa rue ; trop incertaine, ou trouvée à la commune, elle reste au centre', async () => {
  const { ml, add, placeOf } = await agency();
  const { geocoder, calls } = await ign({ '1 rue sûre': sure, '2 rue floue': { ...sure, score: 0.31 }, '3 lieu-dit': { ...sure, type: 'municipality' } }, { busy: 1 });
  const [one, two, three, four] = [await add('1 rue Sûre'), await add('2 rue Floue'), await add('3 lieu-dit'), await add('4 rue Absente')];
  for (const partnershipId of [one, two, three, four]) await geocodeAddresses({ missionLocaleId: ml.id, partnershipId }, geocoder);
  expect(await placeOf(one)).toEqual({ latitude: 43.2311, longitude: 0.0712, placePrecision: 'street' });
  expect(calls.every((call) => call.includes('citycode=65440') && !call.includes('postcode'))).toBe(true);
  expect(await placeOf(two)).toMatchObject({ placePrecision: 'commune' });
  expect(await placeOf(three)).toMatchObject({ placePrecision: 'commune' });
  expect(await placeOf(four)).toMatchObject({ placePrecision: 'commune' });
});

test('beaucoup d’adresses partent en un fichier ; un point donné par une personne ne bouge jamais', async () => {
  const { ml, add, placeOf } = await agency();
  const lines = Array.from({ length: 6 }, (_, n) => `${n + 1} rue des Essais`);
  const ids: string[] = [];
  for (const line of lines) ids.push(await add(line));
  const byHand = await add('9 rue des Essais', { latitude: '43,2', longitude: '0,1' });
  const known = Object.fromEntries([...lines, '9 rue des Essais'].map((line) => [line.toLowerCase(), sure]));
  const { geocoder, calls } = await ign(known);
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect(calls).toEqual(['/geocodage/search/csv']);
  for (const id of ids) expect(await placeOf(id)).toEqual({ latitude: 43.2311, longitude: 0.0712, placePrecision: 'street' });
  expect(await placeOf(byHand)).toEqual({ latitude: 43.2, longitude: 0.1, placePrecision: 'exact' });
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect(calls).toHaveLength(1);
});

test('le service en panne : le travail échoue et reviendra, rien ne bouge ; sans service, rien n’est demandé', async () => {
  const { ml, add, placeOf } = await agency();
  const id = await add('1 rue Sûre');
  await expect(geocodeAddresses({ missionLocaleId: ml.id, partnershipId: id }, geoplateforme({ url: 'http://127.0.0.1:9', tries: 1 }))).rejects.toThrow(/ne répond pas/);
  await geocodeAddresses({ missionLocaleId: ml.id, partnershipId: id }, null);
  expect(await placeOf(id)).toMatchObject({ placePrecision: 'commune' });
});

test('une offre qui a lieu ailleurs que chez son partenaire va à sa rue, et y reste quand une personne l’a placée', async () => {
  const { ml, officer } = await agency();
  const { geocoder } = await ign({ '5 rue sûre': sure });
  const add = async (more: object) => (await officer.do(addOffer, { kind: 'workshop', title: 'Atelier CV', description: 'Deux heures.', hasOwnPlace: 'oui', addressLine: '5 rue Sûre', commune: 'Tarbes', postcode: '65000', ...more })).offerId;
  const placeOf = (id: string) => officer.run(({ db }) => db.offer.findFirstOrThrow({ where: { id }, select: { latitude: true, longitude: true, placePrecision: true } }));
  const [elsewhere, unknown, atHome] = [await add({}), await add({ addressLine: '6 rue Absente' }), await add({ hasOwnPlace: undefined })];
  await geocodeAddresses({ missionLocaleId: ml.id, offerId: elsewhere }, geocoder);
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect(await placeOf(elsewhere)).toEqual({ latitude: 43.2311, longitude: 0.0712, placePrecision: 'street' });
  expect(await placeOf(unknown)).toMatchObject({ placePrecision: 'commune' });
  expect(await placeOf(atHome)).toMatchObject({ latitude: null });
  await asSystem('a person places the offer', (db) => db.offer.updateMany({ where: { id: elsewhere }, data: { latitude: 43.1, longitude: 0.2, placePrecision: 'exact' } }));
  await geocodeAddresses({ missionLocaleId: ml.id, offerId: elsewhere }, geocoder);
  expect(await placeOf(elsewhere)).toEqual({ latitude: 43.1, longitude: 0.2, placePrecision: 'exact' });
});

test('ce qui n’est pas sûr reste à vérifier : une liste, ce que le service a trouvé, et la page où l’on met le point', async () => {
  const { ml, officer, add, placeOf } = await agency();
  const { geocoder } = await ign({ '1 rue sûre': sure, '2 rue floue': { ...sure, lon: 0.0699, score: 0.31 } });
  const [one, blurred, absent] = [await add('1 rue Sûre'), await add('2 rue Floue'), await add('4 rue Absente')];
  const toCheck = async (who = officer) => (await who.do(listPartners, readFilters(new URLSearchParams('position=oui')).filters)).rows.map(({ id }) => id);
  expect(await toCheck()).toEqual([]);
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect(await toCheck()).toEqual([blurred, absent]);
  expect(await placeOf(blurred)).toMatchObject({ placePrecision: 'commune' });

  const page = (id: string, proposed = false) => officer.run((ctx) => placeForm(ctx, id, { proposed }));
  expect(await page(one)).toMatchObject({ doubt: null, start: null, toCheck: { others: 2, nextId: blurred } });
  expect(await page(blurred)).toMatchObject({ doubt: { point: { latitude: 43.2311, longitude: 0.0699, type: 'housenumber', score: 0.31 } }, start: null, base: { latitude: '' }, toCheck: { others: 1, nextId: absent } });
  expect(await page(blurred, true)).toMatchObject({ start: { latitude: 43.2311, longitude: 0.0699 } });
  expect(await page(absent, true)).toMatchObject({ doubt: { point: null }, start: null });

  // Others see it with the organisation, as its region does; an agency that does not work with it never.
  expect(await toCheck(regionalReader('76'))).toEqual(expect.arrayContaining([blurred, absent]));
  expect(await toCheck((await missionLocale()).as('officer'))).toEqual([]);
  expect(await toCheck(regionalReader('11'))).toEqual([]);

  // A person puts the point: it is no longer in doubt, whatever the service says afterwards.
  expect(await officer.do(correctPlace, { partnershipId: blurred, latitude: '43,2312', longitude: '0,07', baseLatitude: '', baseLongitude: '', isSure: false })).toEqual({ nextId: absent });
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect(await toCheck()).toEqual([absent]);
  expect(await placeOf(blurred)).toEqual({ latitude: 43.2312, longitude: 0.07, placePrecision: 'exact' });
  // The address is put right: the doubt was of another one, and the service knows this one.
  await officer.do(editOrganisation, { partnershipId: absent, addressLine: '1 rue Sûre' });
  expect(await toCheck()).toEqual([]);
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect([await toCheck(), await placeOf(absent)]).toEqual([[], { latitude: 43.2311, longitude: 0.0712, placePrecision: 'street' }]);
  // Given back to its commune, it is looked for again.
  await officer.do(forgetPlace, { partnershipId: blurred });
  await geocodeAddresses({ missionLocaleId: ml.id, partnershipId: blurred }, geocoder);
  expect(await toCheck()).toEqual([blurred]);
});

test('une réponse qui arrive après qu’une personne a placé le point, ou changé l’adresse, ne laisse ni point ni doute', async () => {
  const { ml, officer, add, placeOf } = await agency();
  const [placed, moved] = [await add('1 rue Sûre'), await add('2 rue Floue')];
  const slow = {
    async find(asked: readonly { id: string }[]) {
      await officer.do(correctPlace, { partnershipId: placed, latitude: '43.25', longitude: '0.09', baseLatitude: '', baseLongitude: '', isSure: false });
      await officer.do(editOrganisation, { partnershipId: moved, addressLine: '8 rue Neuve' });
      return new Map(asked.map(({ id }) => [id, { latitude: 43.2, longitude: 0.01, type: 'housenumber' as const, score: 0.2 }]));
    },
  };
  await geocodeAddresses({ missionLocaleId: ml.id }, slow);
  expect(await placeOf(placed)).toEqual({ latitude: 43.25, longitude: 0.09, placePrecision: 'exact' });
  expect(await placeOf(moved)).toMatchObject({ placePrecision: 'commune' });
  expect(await asSystem('a test reads', (db) => db.$queryRaw`SELECT 1 FROM search.place_doubt d JOIN partnership p USING (organisation_id) WHERE p.mission_locale_id = ${ml.id}::uuid`)).toEqual([]);
});

test('l’adresse d’une offre dont le service n’est pas sûr : à vérifier, son point proposé, placée par une personne', async () => {
  const { ml, officer } = await agency();
  const { geocoder } = await ign({ '1 rue sûre': sure, '2 rue floue': { ...sure, lon: 0.0699, score: 0.31 } });
  const workshop = { kind: 'workshop', title: 'Atelier CV', description: 'Deux heures.', hasOwnPlace: 'oui', commune: 'Tarbes', postcode: '65000' };
  const add = async (addressLine: string, more: object = {}) => (await officer.do(addOffer, { ...workshop, addressLine, ...more } as never)).offerId;
  const [blurred, absent, known] = [await add('2 rue Floue'), await add('4 rue Absente'), await add('1 rue Sûre')];
  const fromElsewhere = await add('4 rue Absente');
  await asSystem('a source keeps this one up', (db) => db.offer.updateMany({ where: { id: fromElsewhere }, data: { origin: 'dataInclusion' } }));
  const toCheck = async (who = officer) => {
    const { offers, counts } = await who.do(managedOffers, { ...managedPageOf(managedGroupOf('a-situer')), page: 1 });
    expect(counts.toPlace).toBe(offers.length);
    return offers.map(({ id }) => id).sort();
  };
  const page = (id: string, proposed = false) => officer.run((ctx) => offerPlaceForm(ctx, id, { proposed }));
  const versionOf = async (id: string) => (await officer.run(({ db }) => db.offer.findFirstOrThrow({ where: { id } }))).version;
  expect(await toCheck()).toEqual([]);
  const opened = await versionOf(known);
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect(await toCheck()).toEqual([blurred, absent].sort());
  expect(await toCheck((await missionLocale()).as('officer'))).toEqual([]);
  // The form that was open while the address was found saves all the same, and keeps the point.
  await officer.do(editOffer, { ...workshop, addressLine: '1 rue Sûre', title: 'Atelier CV du jeudi', offerId: known, version: opened } as never);
  expect(await page(known)).toMatchObject({ precision: 'street', latitude: 43.2311, doubt: null, toCheck: { others: 2 } });

  expect(await page(blurred)).toMatchObject({ doubt: { point: { longitude: 0.0699, score: 0.31 } }, start: null, base: { latitude: '' }, toCheck: { others: 1, nextId: absent } });
  expect(await page(blurred, true)).toMatchObject({ start: { latitude: 43.2311, longitude: 0.0699 } });
  expect(await page(absent, true)).toMatchObject({ doubt: { point: null }, start: null });
  const place = (offerId: string, latitude: string, longitude: string, more: object = {}) => officer.do(placeOffer, { offerId, latitude, longitude, baseLatitude: '', baseLongitude: '', isSure: false, ...more });
  await expect(place(blurred, '0,0699', '43,2311')).rejects.toThrow(/échangées/);
  await expect(place(blurred, '48,85', '2,35')).rejects.toThrow(/km du centre de Tarbes/);
  await expect(place(fromElsewhere, '43,23', '0,07')).rejects.toThrow(/position est celle/);
  expect(await place(blurred, '43,2312', '0,07')).toEqual({ nextId: absent });
  await expect(place(blurred, '43,25', '0,08')).rejects.toThrow(/vient de placer/);
  await geocodeAddresses({ missionLocaleId: ml.id }, geocoder);
  expect([await toCheck(), await page(blurred)]).toMatchObject([[absent], { isByHand: true, latitude: 43.2312, base: { latitude: '43.2312', longitude: '0.07' } }]);
  expect((await officer.run((ctx) => offerHistory(ctx, blurred))).changes[0]).toMatchObject({ label: 'Position sur la carte', to: 'corrigée à la main' });
  // The address is put right: the doubt was of another one.
  await officer.do(editOffer, { ...workshop, addressLine: '1 rue Sûre', offerId: absent, version: await versionOf(absent) } as never);
  expect(await toCheck()).toEqual([]);
  // Given back to its commune, it is looked for again.
  await officer.do(forgetOfferPlace, { offerId: blurred });
  await geocodeAddresses({ missionLocaleId: ml.id, offerId: blurred }, geocoder);
  expect([await toCheck(), await page(blurred)]).toMatchObject([[blurred], { precision: 'commune', isByHand: false }]);
});
