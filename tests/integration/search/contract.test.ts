import { beforeAll, describe, expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { countOfferFacets } from '~/domain/offer/list/count-offer-facets.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { countFacets } from '~/domain/partner/list/count-facets.server';
import { noFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { mostRanked } from '~/domain/search/word-engine';
import { asSystem } from '~/server/db.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { engines, useSearchEngine } from '../../support/search-engine';
import { manyPartners, named, partners } from '../partner-list/some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
const common = mostRanked + 40;
let [ml, neighbour, far]: Agency[] = [];

/** One world for both engines. */
beforeAll(async () => {
  [ml, neighbour, far] = [await missionLocale(), await missionLocale(), await missionLocale({ regionCode: '24', departementCode: '18' })];
  await partners(ml!, [
    { name: 'Association Les Restaurants du Cœur', postcode: '65000', commune: 'Tarbes' },
    { name: 'Foyer des Jeunes Travailleurs de l’Adour', postcode: '65000', commune: 'Tarbes' },
    { name: 'L’Étape', postcode: '65100', commune: 'Lourdes' },
    { name: 'Serveurs Associés', postcode: '65200', commune: 'Bagnères-de-Bigorre' },
    { name: 'Boulangerie Saint-Jean', postcode: '65000', commune: 'Tarbes' },
    { name: 'Menuiserie des Crêtes', postcode: '65100', commune: 'Lourdes' },
    { name: 'Hôpital de Lannemezan', postcode: '65300', commune: 'Lannemezan' },
  ]);
  await partners(neighbour!, [{ name: 'Boulangerie du Voisin', postcode: '65000', commune: 'Tarbes' }]);
  await partners(far!, [{ name: 'Boulangerie Lointaine', postcode: '18000', commune: 'Bourges' }]);
  await manyPartners(ml!, Array.from({ length: 60 }, (_, i) => ({ name: `Atelier numéro ${i + 1}`, communeCode: '65440', departementCode: '65', latitude: 43.23, longitude: 0.07 + i / 1000 })));
  // More than an engine ranks: common words.
  await manyPartners(ml!, [{ name: 'Zz Maraîchage' }, ...Array.from({ length: common - 1 }, (_, i) => ({ name: `Les légumes et paniers de la vallée ${i}, maraîchage`, communeCode: '65440', departementCode: '65' }))]);
  await publish(ml!, [
    { title: 'Serveur en salle', romes: ['G1803'], contract: 'CDD', audience: 'agency' },
    { title: 'Travail du bois', kind: 'apprenticeship', prepares: 'CAP Ébéniste', audience: 'agency' },
    { title: 'Coiffeuse', romes: ['D1202'], contract: 'CDI', audience: 'region' },
    { title: 'Atelier CV', kind: 'workshop', audience: 'network', receptionModes: ['a-distance'] },
  ]);
  await publish(neighbour!, [{ title: 'Serveuse du voisin', audience: 'agency' }, { title: 'Serveuse de la région', audience: 'region' }]);
  await publish(ml!, [{ title: 'Vendanges', audience: 'agency' }]);
  await asSystem('a test has a service of data.inclusion', async (db) => {
    await db.offer.updateMany({ where: { missionLocaleId: ml!.id, title: 'Atelier CV' }, data: { thematiques: ['famille--garde-denfants'] } });
  });
  await asSystem('a test has many offers', (db) => db.$executeRaw`INSERT INTO offer SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'title', 'Vendanges ' || i))).* FROM offer o, generate_series(2, ${common}) AS i WHERE title = 'Vendanges'`);
});

async function publish(agency: Agency, offers: (Partial<TypedOffer> & { title: string })[]) {
  const officer = agency.as('officer');
  const [partnershipId] = await partners(agency, [{ name: `Hôtel du Pic ${offers.length}`, postcode: '65000', commune: 'Tarbes' }]);
  for (const offer of offers) {
    const { offerId } = await officer.do(addOffer, { kind: 'job', description: 'À lire.', partnershipId, ...offer } as TypedOffer & { title: string });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
  }
}

describe.each(engines)('avec %s', (engine) => {
  const search = useSearchEngine(engine);
  beforeAll(search.learn);

  const asked = (query: string) => ({ ...readFilters(new URLSearchParams(query)).filters, apres: new URLSearchParams(query).get('apres') });
  const list = (query: string, who = ml!.as('counsellor')) => who.do(listPartners, asked(query));
  const askedOffers = (query: string) => ({ ...readOfferFilters(new URLSearchParams(query)).filters, apres: new URLSearchParams(query).get('apres') });
  const offers = async (query: string, who = ml!.as('counsellor')) => (await who.do(listOffers, askedOffers(query))).rows.map(({ title }) => title).sort();

  test.each([
    ['sans accents ni ligature', 'restaurants du coeur', 'Association Les Restaurants du Cœur'],
    ['en capitales accentuées', 'RESTAURANTS DU CŒUR', 'Association Les Restaurants du Cœur'],
    ['une élision', 'l’étape', 'L’Étape'],
    ['sans son article', 'etape', 'L’Étape'],
    ['un début de mot', 'menui', 'Menuiserie des Crêtes'],
    ['une lettre de travers', 'boulangrie saint jean', 'Boulangerie Saint-Jean'],
    ['deux lettres de travers', 'menuisreie des cretes', 'Menuiserie des Crêtes'],
    ['une abréviation', 'fjt', 'Foyer des Jeunes Travailleurs de l’Adour'],
    ['un saint', 'boulangerie st jean', 'Boulangerie Saint-Jean'],
    ['une association', 'asso restaurants', 'Association Les Restaurants du Cœur'],
    ['un pluriel', 'hopitaux lannemezan', 'Hôpital de Lannemezan'],
    ['un singulier', 'restaurant coeur', 'Association Les Restaurants du Cœur'],
    ['un métier au féminin', 'serveuse', 'Serveurs Associés'],
    ['un métier au féminin pluriel', 'serveuses associées', 'Serveurs Associés'],
    ['un nom et une commune', 'menuiserie lourdes', 'Menuiserie des Crêtes'],
    ['un code postal', '65300', 'Hôpital de Lannemezan'],
  ])('on trouve %s : « %s »', async (_, typed, first) => {
    const { rows, notices } = await list(`q=${encodeURIComponent(typed)}`);
    expect(rows[0]?.name).toBe(first);
    expect(notices).toEqual([]);
  });

  test.each([['serveuse', ['Serveur en salle', 'Serveuse de la région']], ['serveurs', ['Serveur en salle', 'Serveuse de la région']], ['coiffeur', ['Coiffeuse']], ['coifeuse', ['Coiffeuse']], ['ebeniste', ['Travail du bois']], ['garde enfants', ['Atelier CV']], ['hotel pic coiffeuse', ['Coiffeuse']]])('une offre : « %s »', async (typed, expected) => {
    expect(await offers(`q=${typed}`)).toEqual(expected);
  });

  test('chacun ne trouve que les siens : son agence, sa région, ce que l’audience ouvre', async () => {
    expect(named(await list('q=boulangerie'))).toEqual(['Boulangerie Saint-Jean']);
    expect(named(await list('q=boulangerie', neighbour!.as('officer')))).toEqual(['Boulangerie du Voisin']);
    expect(named(await list('q=boulangerie', regionalReader('76'))).sort()).toEqual(['Boulangerie Saint-Jean', 'Boulangerie du Voisin'].sort());
    expect(await offers('q=serveuse', neighbour!.as('counsellor'))).toEqual(['Serveuse de la région', 'Serveuse du voisin']);
    expect(await offers('q=atelier', far!.as('counsellor'))).toEqual(['Atelier CV']);
    expect(await offers('q=coiffeuse', far!.as('counsellor'))).toEqual([]);
  });

  test('un rayon, du plus proche au plus loin, avec les vraies distances', async () => {
    const found = await list('q=atelier&commune=65440&rayon=2&tri=distance');
    const metres = found.rows.map((row) => row.metres!);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(metres.at(-1)).toBeLessThanOrEqual(2000);
    expect(found.total).toBeGreaterThan(0);
    expect(found.total).toBeLessThan(60);
    expect(await offers('q=serveuse&commune=65286&rayon=5')).toEqual([]);
    expect(await offers('q=serveuse&commune=65286&rayon=30')).toEqual(['Serveur en salle', 'Serveuse de la région']);
  });

  test('les pages se suivent sans saut ni répétition, dans chaque ordre', async () => {
    for (const query of ['q=atelier', 'q=atelier&tri=nom', 'q=atelier&tri=modification', 'q=atelier&commune=65440&rayon=30&tri=distance']) {
      const first = await list(query);
      const all = [...first.rows];
      for (let page = first; page.next; ) {
        page = await list(`${query}&apres=${page.next}`);
        all.push(...page.rows);
      }
      expect([query, first.total, new Set(all.map(({ id }) => id)).size]).toEqual([query, 60, 60]);
    }
  });

  test('un mot courant : le nom exact d’abord, puis tous, une fois chacun, dans les deux sens ; comptés comme la liste', async () => {
    const pages = [await list('q=maraichage')];
    expect([pages[0]!.rows[0]!.name, pages[0]!.total]).toEqual(['Zz Maraîchage', common]);
    for (let page = pages[0]!; page.next; pages.push(page)) page = await list(`q=maraichage&apres=${page.next}`);
    const all = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect([all.length, new Set(all).size]).toEqual([common, common]);
    const back = await ml!.as('counsellor').do(listPartners, { q: 'maraichage', avant: pages.at(-1)!.previous });
    expect(back.rows.map(({ id }) => id)).toEqual(pages.at(-2)!.rows.map(({ id }) => id));
    expect((await ml!.as('counsellor').do(countFacets, { ...noFilters, q: 'maraichage' })).etape.prospect).toBe(common);
    expect((await list('q=maraichage&tri=nom')).total).toBe(common);

    const found = [await ml!.as('counsellor').do(listOffers, askedOffers('q=vendanges'))];
    for (let page = found[0]!; page.next; found.push(page)) page = await ml!.as('counsellor').do(listOffers, askedOffers(`q=vendanges&apres=${page.next}`));
    expect([found[0]!.total, new Set(found.flatMap(({ rows }) => rows.map(({ id }) => id))).size]).toEqual([common, common]);
  });

  test('un mot courant est compté une fois tant que rien ne change, et de nouveau dès que quelque chose change', async () => {
    const [officer, first] = [ml!.as('officer'), (await ml!.as('officer').do(listOffers, askedOffers('q=vendanges'))).rows[0]!];
    const total = async () => (await officer.do(listOffers, askedOffers('q=vendanges'))).total;
    expect(await total()).toBe(common);
    await officer.do(moveOffer, { offerId: first.id, verb: 'archive' });
    expect(await total()).toBe(common - 1);
    await officer.do(moveOffer, { offerId: first.id, verb: 'restore' });
    expect(await total()).toBe(common - 1); // it comes back in pause
    await officer.do(moveOffer, { offerId: first.id, verb: 'publish' });
    expect(await total()).toBe(common);
    expect((await officer.do(listOffers, askedOffers('q=vendanges&sorte=alternance'))).total).toBe(0);
    expect((await neighbour!.as('officer').do(listOffers, askedOffers('q=vendanges'))).total).toBe(0);
  });

  test('les comptes des filtres disent ce que la liste montrerait', async () => {
    const counts = await ml!.as('counsellor').do(countFacets, { ...noFilters, q: 'atelier' });
    expect(counts.departement).toEqual({ '65': 60 });
    expect(counts.etape.prospect).toBe(60);
    const { sorte } = await ml!.as('counsellor').do(countOfferFacets, askedOffers('q=serveuse'));
    expect(sorte).toEqual({ job: 2 });
  });

  test.each(['a', 'é', "' OR 1=1 --", '" OR agency = "x', 'agency = x OR isArchived = true', '\\" OR 1', '&|!():*<->', '%_', '-boulangerie', '"boulangerie"', 'z'.repeat(2000), 'mot '.repeat(500), '🙂', '\u0000', '99999999999999'])('« %s » : une réponse, jamais une panne, ni rien d’une autre agence', async (typed) => {
    const q = encodeURIComponent(typed);
    for (const name of named(await list(`q=${q}`))) expect(name).not.toMatch(/Voisin|Lointaine/);
    for (const title of await offers(`q=${q}`)) expect(title).not.toBe('Serveuse du voisin');
    const injected = encodeURIComponent('65440" OR agency != "x');
    expect((await list(`q=boulangerie&commune=${injected}`)).rows.every(({ name }) => name === 'Boulangerie Saint-Jean')).toBe(true);
  });

  test('c’est bien lui qui a répondu', () => {
    if (engine === 'meilisearch') expect(search.answers()).toBeGreaterThan(50);
    else expect(search.answers()).toBe(0);
  });
});
