import { beforeAll, describe, expect, test } from 'vitest';
import { readMap } from '~/domain/map/read-map.server';
import type { MapCells, MapExtent } from '~/domain/map/map-cells';
import type { MapLayerName } from '~/domain/map/map-layers';
import { writeMapView } from '~/domain/map/map-view';
import { whatsHere } from '~/domain/map/whats-here.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
type Reader = { run: Agency['as'] extends (role: never) => infer R ? (R extends { run: infer F } ? F : never) : never };
const world = '0/0/0/0/0';

const answer = (who: Reader, layer: MapLayerName, query: string, known?: string) => who.run((ctx) => readMap(ctx, { layer, params: new URLSearchParams(query), known }));
const cells = async (who: Reader, layer: MapLayerName, query = '', vue = world) => JSON.parse((await answer(who, layer, `${query}&tuiles=${vue}`)).json!) as MapCells;
const here = (who: Reader, layer: MapLayerName, boite: string, query = '') => who.run((ctx) => whatsHere(ctx, { layer, params: new URLSearchParams(`${query}&boite=${boite}`) }));
const namesIn = async (who: Reader, layer: MapLayerName) => (await here(who, layer, '-180,-90,180,90')).things.map(({ name }) => name).sort();

let ml: Agency;
let neighbour: Agency;
let far: Agency;
const tarbesIds: string[] = [];
beforeAll(async () => {
  [ml, neighbour, far] = [await missionLocale(), await missionLocale(), await missionLocale({ regionCode: '11', departementCode: '93' })];
  const add = async (agency: Agency, name: string, commune: string, postcode: string, more = {}) => (await agency.as('officer').do(addPartner, { name, commune, postcode, ...more } as never)) as { partnershipId: string };
  for (const name of ['Auberge', 'Boulangerie', 'Coiffeur']) tarbesIds.push((await add(ml, `${name} de Tarbes`, 'Tarbes', '65000', { themes: ['emploi'] })).partnershipId);
  await add(ml, 'Garage de Lourdes', 'Lourdes', '65100', { themes: ['mobilite'] });
  const archived = await add(ml, 'Ancien de Lourdes', 'Lourdes', '65100');
  await ml.as('officer').do(movePartnership, { partnershipId: archived.partnershipId, verb: 'archive', version: 1 } as never);
  await add(neighbour, 'Voisin de Tarbes', 'Tarbes', '65000');
  const publish = async (agency: Agency, title: string, audience: string, partnershipId: string | null) => {
    const { offerId } = (await agency.as('officer').do(addOffer, { kind: 'job', title, description: 'À lire.', partnershipId, audience } as never)) as { offerId: string };
    await agency.as('officer').do(moveOffer, { offerId, verb: 'publish' } as never);
    return offerId;
  };
  await publish(ml, 'Chez nous', 'agency', tarbesIds[0]!);
  await publish(ml, 'Pour la région', 'region', tarbesIds[1]!);
  await publish(ml, 'Pour le réseau', 'network', tarbesIds[2]!);
});

describe('la carte dit la même chose que la liste', () => {
  test.each(['', 'thematique=emploi', 'q=auberge', 'q=auberje', 'commune=65440', 'commune=65440&rayon=30', 'archives=oui', 'typologie=inconnue', 'q=zzzz', "q=' OR 1=1 --"])('partenaires, %j', async (query) => {
    const officer = ml.as('officer');
    const list = await officer.do(listPartners, readFilters(new URLSearchParams(query)).filters);
    expect((await cells(officer, 'partners', query)).total).toBe(list.total);
  });

  test.each(['', 'sorte=emploi', 'q=réseau', 'sorte=atelier', 'commune=65440&rayon=30'])('offres, %j', async (query) => {
    const officer = ml.as('officer');
    const list = await officer.do(listOffers, readOfferFilters(new URLSearchParams(query)).filters);
    expect((await cells(officer, 'offers', query)).total).toBe(list.total);
  });

  test('ce qui est au même endroit reste ensemble, et le centre d’une commune est dit approximatif', async () => {
    const { cells: found } = await cells(ml.as('officer'), 'partners', '', writeMapView(14, { west: 0.03, south: 43.2, east: 0.12, north: 43.27 }));
    expect(found).toEqual([expect.objectContaining({ n: 3, together: true, about: true })]);
    const { lon, lat } = found[0]!;
    const card = await here(ml.as('officer'), 'partners', [lon - 1e-5, lat - 1e-5, lon + 1e-5, lat + 1e-5].join(','));
    expect(card).toMatchObject({ total: 3, things: [{ name: 'Auberge de Tarbes', stage: 'prospect', precision: 'commune' }, { name: 'Boulangerie de Tarbes' }, { name: 'Coiffeur de Tarbes' }] });
  });

  test('seul, un partenaire dit son nom et sa thématique', async () => {
    const { cells: found } = await cells(ml.as('officer'), 'partners', 'thematique=mobilite');
    expect(found).toEqual([{ lon: expect.any(Number), lat: expect.any(Number), n: 1, about: true, id: expect.any(String), name: 'Garage de Lourdes', mark: 'mobilite' }]);
  });

  test('l’étendue dit combien ont une place', async () => {
    const extent = JSON.parse((await answer(ml.as('officer'), 'partners', '')).json!) as MapExtent;
    expect(extent).toMatchObject({ placed: 4, unplaced: 0, bounds: { west: expect.any(Number), south: expect.any(Number) } });
    expect(JSON.parse((await answer(ml.as('officer'), 'partners', 'q=zzzz')).json!)).toEqual({ bounds: null, placed: 0, unplaced: 0 });
  });
});

describe('rien ne passe les murs', () => {
  test('les partenaires d’une autre agence ne sont ni comptés ni nommés', async () => {
    expect((await cells(neighbour.as('officer'), 'partners')).total).toBe(1);
    expect(await namesIn(neighbour.as('officer'), 'partners')).toEqual(['Voisin de Tarbes']);
    expect((await cells(far.as('officer'), 'partners')).total).toBe(0);
  });

  test('les offres suivent leur audience', async () => {
    expect(await namesIn(ml.as('counsellor'), 'offers')).toEqual(['Chez nous', 'Pour la région', 'Pour le réseau']);
    expect(await namesIn(neighbour.as('officer'), 'offers')).toEqual(['Pour la région', 'Pour le réseau']);
    expect(await namesIn(far.as('officer'), 'offers')).toEqual(['Pour le réseau']);
    for (const [who, n] of [[ml, 3], [neighbour, 2], [far, 1]] as const) expect((await cells(who.as('officer'), 'offers')).total).toBe(n);
  });

  test('une région voit ses agences, et pas une autre', async () => {
    expect((await cells(regionalReader('76'), 'partners')).total).toBe(5);
    expect((await cells(regionalReader('11'), 'partners')).total).toBe(0);
    expect((await cells(regionalReader('11'), 'offers')).total).toBe(1);
  });
});

describe('la réponse gardée', () => {
  test('n’est relue que si quelque chose a changé, et coûte alors deux questions', async () => {
    const officer = ml.as('officer');
    const first = await answer(officer, 'partners', `tuiles=${world}`);
    expect((await answer(officer, 'partners', `tuiles=${world}`, first.tag)).json).toBeNull();
    const trace = { requestId: 'x', queries: 0, statements: [] as { text: string }[] };
    await withTrace(trace as never, () => answer(officer, 'partners', `tuiles=${world}`));
    expect(trace.statements.filter(({ text }) => /search\.|map_version/.test(text))).toHaveLength(1);
    await officer.do(addPartner, { name: 'Nouveau de Lourdes', commune: 'Lourdes', postcode: '65100' } as never);
    const after = await answer(officer, 'partners', `tuiles=${world}`, first.tag);
    expect((JSON.parse(after.json!) as MapCells).total).toBe(5);
  });

  test('une offre publiée par une autre agence du réseau apparaît, retirée elle disparaît', async () => {
    const officer = far.as('officer');
    const before = await answer(officer, 'offers', `tuiles=${world}`);
    const { offerId } = (await ml.as('officer').do(addOffer, { kind: 'job', title: 'Encore une', description: 'À lire.', partnershipId: tarbesIds[0]!, audience: 'network' } as never)) as { offerId: string };
    await ml.as('officer').do(moveOffer, { offerId, verb: 'publish' } as never);
    const after = await answer(officer, 'offers', `tuiles=${world}`, before.tag);
    expect((JSON.parse(after.json!) as MapCells).total).toBe(2);
    await ml.as('officer').do(moveOffer, { offerId, verb: 'pause' } as never);
    expect((JSON.parse((await answer(officer, 'offers', `tuiles=${world}`, after.tag)).json!) as MapCells).total).toBe(1);
  });
});

test.each(['tuiles=5/9/9/9/NaN', 'tuiles=40/0/0/1/1', 'tuiles='])('une partie de carte forgée (%s) est refusée par une phrase', async (query) => {
  await expect(answer(ml.as('officer'), 'partners', query)).rejects.toThrow(/^Cette partie de la carte/);
});

test.each(['', '0,0,NaN,1', '-500,0,0,0'])('un endroit forgé (%j) est refusé par une phrase', async (boite) => {
  await expect(here(ml.as('officer'), 'offers', boite)).rejects.toThrow(/^Cet endroit de la carte/);
});
