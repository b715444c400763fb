import { beforeAll, describe, expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { offersWithFewerWords } from '~/domain/offer/list/offers-with-fewer-words.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { partnersWithFewerWords } from '~/domain/partner/list/partners-with-fewer-words.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { searchEverything } from '~/domain/search/search-everything.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader, type acting } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { engines, useSearchEngine } from '../../support/search-engine';
import { named, partners } from '../partner-list/some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
type Who = ReturnType<typeof acting>;
let [ml, neighbour]: Agency[] = [];

async function publish(agency: Agency, partnershipId: string, offers: (Partial<TypedOffer> & { title: string })[]) {
  for (const offer of offers) {
    const { offerId } = await agency.as('officer').do(addOffer, { kind: 'job', description: 'À lire.', partnershipId, audience: 'agency', ...offer } as TypedOffer & { title: string });
    await agency.as('officer').do(moveOffer, { offerId, verb: 'publish' });
  }
}

beforeAll(async () => {
  [ml, neighbour] = [await missionLocale(), await missionLocale()];
  const [hotel] = await partners(ml!, [
    { name: 'Hôtel des Marronniers', postcode: '65000', commune: 'Tarbes' },
    { name: 'Garage Pédarrieux', postcode: '65000', commune: 'Tarbes' },
    { name: 'Garage du Lac', postcode: '65100', commune: 'Lourdes' },
    { name: 'Boulangerie du Gave', postcode: '65100', commune: 'Lourdes' },
    { name: 'Boulangerie du Marché', postcode: '65200', commune: 'Bagnères-de-Bigorre' },
    { name: 'Fournil bio', postcode: '65300', commune: 'Lannemezan' },
  ]);
  const [theirs] = await partners(neighbour!, [{ name: 'Garage du Secret', postcode: '69001', commune: 'Lyon' }, { name: 'Boulangerie Secrète', postcode: '69001', commune: 'Lyon' }]);
  await publish(ml!, hotel!, [{ title: 'Serveuse en salle' }, { title: 'Serveur du soir' }, { title: 'Réception de nuit' }]);
  await publish(neighbour!, theirs!, [{ title: 'Serveuse à Lyon' }, { title: 'Serveuse partagée', audience: 'region' }]);
});

describe.each(engines)('avec %s', (engine) => {
  const search = useSearchEngine(engine);
  beforeAll(search.learn);

  /** What the page of partners says when the list is empty: the ways, and the first rows. */
  const fewer = async (query: string, who: Who = ml!.as('counsellor')) => {
    const list = await who.do(listPartners, readFilters(new URLSearchParams(query)).filters);
    expect(list.total, query).toBe(0);
    const found = await who.do(partnersWithFewerWords, list);
    // A count is what its link shows.
    for (const { filters, count } of found?.ways ?? []) expect([filters.q, (await who.do(listPartners, filters)).total]).toEqual([filters.q, count]);
    return found && { ways: found.ways.map(({ without, around, count }) => [around ?? without.join('+'), count]), names: named(found.list) };
  };
  const fewerOffers = async (query: string, who: Who = ml!.as('counsellor')) => {
    const list = await who.do(listOffers, readOfferFilters(new URLSearchParams(query)).filters);
    expect(list.total, query).toBe(0);
    const found = await who.do(offersWithFewerWords, list);
    for (const { filters, count } of found?.ways ?? []) expect([filters.q, (await who.do(listOffers, filters)).total]).toEqual([filters.q, count]);
    return found && { ways: found.ways.map(({ without, around, count }) => [around ?? without.join('+'), count]), titles: found.list.rows.map(({ title }) => title).sort() };
  };

  test('un mot de trop : ce que trouvent les autres, et le mot est dit comme il a été tapé', async () => {
    expect(await fewer('q=boulangerie Véganisme')).toEqual({ ways: [['Véganisme', 2]], names: ['Boulangerie du Gave', 'Boulangerie du Marché'] });
    expect(await fewer('q=boulangerie gave tarbes')).toEqual({ ways: [['Tarbes', 1], ['tarbes', 1]], names: ['Boulangerie du Gave'] });
    expect(await fewerOffers('q=serveuse hotel lyon')).toEqual({ ways: [['lyon', 2], ['hotel', 1]], titles: ['Serveur du soir', 'Serveuse en salle'] });
  });

  test('rien dans la commune : d’abord autour d’elle, du plus proche au plus loin, puis sans elle', async () => {
    expect(await fewer('q=garage lannemezan')).toEqual({ ways: [['Lannemezan', 1], ['lannemezan', 2], ['garage', 1]], names: ['Garage Pédarrieux'] });
    expect(await fewer('q=garage bagneres de bigorre')).toEqual({ ways: [['Bagnères-de-Bigorre', 2], ['bagneres bigorre', 2], ['garage', 1]], names: ['Garage du Lac', 'Garage Pédarrieux'] });
    // Nothing around Lyon: it is only left out.
    expect(await fewer('q=garage lyon')).toEqual({ ways: [['lyon', 2]], names: ['Garage Pédarrieux', 'Garage du Lac'].sort() });
  });

  test('plusieurs mots de trop : le moins possible en est enlevé', async () => {
    expect(await fewerOffers('q=serveuse tarbes bus restaurant lyon')).toEqual({ ways: [['bus+restaurant+lyon', 2], ['tarbes+bus+restaurant', 1]], titles: ['Serveur du soir', 'Serveuse en salle'] });
    expect(await fewer('q=garage fournil marche')).toMatchObject({ ways: [['fournil+marche', 2], ['garage+marche', 1], ['garage+fournil', 1]] });
  });

  test('une faute est pardonnée dans les mots qui restent', async () => {
    expect(await fewer('q=boulengerie zzzz')).toMatchObject({ ways: [['zzzz', 2]] });
    expect(await fewerOffers('q=serveusse zzzz')).toMatchObject({ ways: [['zzzz', 2]] });
  });

  test('les autres filtres restent, le trajet aussi', async () => {
    expect(await fewer('q=boulangerie zzzz&commune=65286')).toEqual({ ways: [['zzzz', 1]], names: ['Boulangerie du Gave'] });
    expect(await fewer('q=boulangerie zzzz&commune=65440')).toBeNull();
    expect(await fewerOffers('q=serveuse zzzz tarbes 30 min en bus')).toMatchObject({ ways: [['zzzz', 2]] });
    expect(await fewerOffers('q=serveuse zzzz lourdes 10 min à pied')).toBeNull();
  });

  test('chacun ne compte que les siens : rien d’une autre agence, ni par un compte', async () => {
    expect(await fewer('q=garage secret')).toEqual({ ways: [['secret', 2]], names: ['Garage Pédarrieux', 'Garage du Lac'].sort() });
    expect(await fewer('q=secrete lyon')).toBeNull();
    expect(await fewerOffers('q=serveuse zzzz', neighbour!.as('counsellor'))).toMatchObject({ titles: ['Serveuse partagée', 'Serveuse à Lyon'].sort() });
    expect(await fewer('q=secret zzzz', regionalReader('76'))).toMatchObject({ names: ['Garage du Secret', 'Boulangerie Secrète'] });
    expect(await fewer('q=garage zzzz', regionalReader('24'))).toBeNull();
  });

  test.each(['zzzz', 'zzzz yyyy', '05 36 49 99 99', "' OR 1=1", 'mot '.repeat(50), Array.from({ length: 40 }, (_, i) => `zzz${'abcdefghij'[i % 10]}${i}`).join(' ')])('« %.40s » : rien à enlever, jamais une panne', async (typed) => {
    const who = ml!.as('counsellor');
    const list = await who.do(listPartners, readFilters(new URLSearchParams({ q: typed })).filters);
    if (list.total === 0) expect(await who.do(partnersWithFewerWords, list)).toBeNull();
  });

  test('la recherche partout le dit quand rien ne répond, et seulement alors', async () => {
    const found = await ml!.as('counsellor').do(searchEverything, 'serveuse marronniers lyon');
    expect([found!.fewer!.partners!.ways[0]!.without, found!.fewer!.offers!.ways[0]!.without]).toEqual([['serveuse', 'lyon'], ['lyon']]);
    expect((await ml!.as('counsellor').do(searchEverything, 'garage pedarrieux'))!.fewer).toBeNull();
  });

  test('un nombre fixe de requêtes, quel que soit le nombre de mots', async () => {
    const counted = async (q: string, work: 'partners' | 'offers') => {
      const trace = { requestId: 'x', queries: 0 };
      await ml!.as('counsellor').run(async (ctx) => {
        if (work === 'partners') {
          const list = await listPartners(ctx, { q });
          await withTrace(trace, () => partnersWithFewerWords(ctx, list));
        } else {
          const list = await listOffers(ctx, readOfferFilters(new URLSearchParams({ q })).filters);
          await withTrace(trace, () => offersWithFewerWords(ctx, list));
        }
      });
      return trace.queries;
    };
    const again = engine === 'meilisearch';
    // The place, the spellings, the counts, once more for the words apart (and as the engine finds them); then those of the list.
    for (const q of ['boulangerie zzzz', 'boulangerie gave xxxx', 'boulangerie zzzz yyyy xxxx wwww']) expect(await counted(q, 'partners'), q).toBeLessThanOrEqual(again ? 9 : 8);
    for (const q of ['serveuse zzzz', 'serveuse zzzz yyyy xxxx wwww']) expect(await counted(q, 'offers'), q).toBeLessThanOrEqual(again ? 9 : 7);
  });
});
