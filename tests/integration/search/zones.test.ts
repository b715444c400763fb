import { beforeAll, describe, expect, test } from 'vitest';
import { readMap } from '~/domain/map/read-map.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { countOfferFacets } from '~/domain/offer/list/count-offer-facets.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { withTrace } from '~/server/log.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { engines, useSearchEngine } from '../../support/search-engine';
import { partners } from '../partner-list/some-partners';

/** An offer for some communes, départements or regions only is found from there, by words and without, by both engines, in the list, its counts and the map. */
useDatabase();

let ml: Awaited<ReturnType<typeof missionLocale>>;
beforeAll(async () => {
  ml = await missionLocale();
  const [tarbes, lourdes] = await partners(ml, [{ name: 'Maison de Tarbes', commune: 'Tarbes', postcode: '65000' }, { name: 'Maison de Lourdes', commune: 'Lourdes', postcode: '65100' }]);
  const publish = async (title: string, partnershipId: string, zones: string[], { asIs, ...more }: { asIs?: string[]; receptionModes?: string[] } = {}) => {
    const { offerId } = await ml.as('officer').do(addOffer, { kind: 'service', title: `Passerelle ${title}`, description: 'À lire.', partnershipId, zones, ...more } as never);
    if (asIs) await ml.as('officer').run(({ db }) => db.offer.updateMany({ where: { id: offerId }, data: { zones: asIs } }));
    await ml.as('officer').do(moveOffer, { offerId, verb: 'publish' });
  };
  await publish('pour tous', tarbes!, []);
  await publish('du 65', tarbes!, ['d65']);
  await publish('du Gers', tarbes!, ['d32']);
  await publish('d’Occitanie', lourdes!, ['r76']);
  await publish('de Bretagne', tarbes!, ['r53', 'd29', '29019']);
  await publish('qui va à Lannemezan', tarbes!, ['65258']);
  await publish('en visio, du Gers', tarbes!, ['d32'], { receptionModes: ['a-distance'] });
  // As data.inclusion names an intercommunality: nobody knows whether Tarbes is in it.
  await publish('d’une zone inconnue', tarbes!, [], { asIs: ['d32', '200069300'] });
  await publish('en visio', tarbes!, [], { receptionModes: ['a-distance'] });
});

const everywhere = ['d’une zone inconnue', 'd’Occitanie', 'de Bretagne', 'du 65', 'du Gers', 'en visio', 'en visio, du Gers', 'pour tous', 'qui va à Lannemezan'];

describe.each(engines)('avec %s', (engine) => {
  const search = useSearchEngine(engine);
  beforeAll(search.learn);

  test.each([
    ['sans lieu, toutes', '', everywhere],
    ['depuis Tarbes même', 'commune=65440', ['d’une zone inconnue', 'du 65', 'en visio', 'pour tous']],
    ['depuis Tarbes, à 25 km', 'commune=65440&rayon=25', ['d’une zone inconnue', 'd’Occitanie', 'du 65', 'en visio', 'pour tous']],
    ['en bus depuis Tarbes', 'commune=65440&minutes=10&moyen=bus', ['d’une zone inconnue', 'du 65', 'en visio', 'pour tous']],
    ['depuis Lannemezan, où l’une se déplace', 'commune=65258&rayon=5', ['en visio', 'qui va à Lannemezan']],
    ['depuis Lannemezan même', 'commune=65258', ['qui va à Lannemezan']],
    ['autour d’un point de Lannemezan', 'autour=43.125,0.385&rayon=5', ['en visio', 'qui va à Lannemezan']],
    ['depuis Auch, à 80 km', 'commune=32013&rayon=80', ['d’une zone inconnue', 'd’Occitanie', 'du Gers', 'en visio', 'en visio, du Gers', 'pour tous']],
    ['depuis Quimper', 'commune=29232&rayon=20', ['en visio']],
    ['en mer', 'autour=46.2,-4.5&rayon=20', ['en visio']],
  ])('%s', async (_where, query, expected) => {
    for (const words of ['', '&q=passerelle']) {
      const before = search.answers();
      const { filters } = readOfferFilters(new URLSearchParams(query + words));
      const list = await ml.as('counsellor').do(listOffers, filters);
      expect([words, list.rows.map(({ title }) => title.replace('Passerelle ', '')).sort()]).toEqual([words, [...expected].sort()]);
      expect((await ml.as('counsellor').do(countOfferFacets, filters)).sorte).toEqual({ service: expected.length });
      const cells = await ml.as('counsellor').run((ctx) => readMap(ctx, { layer: 'offers', params: new URLSearchParams(`${query}${words}&tuiles=0/0/0/0/0`) }));
      expect((JSON.parse(cells.json!) as { total: number }).total).toBe(expected.length);
      expect(search.answers() > before).toBe(engine === 'meilisearch' && words !== '');
    }
  });

  test('les zones ne coûtent aucune question de plus', async () => {
    const trace = { requestId: 'x', queries: 0 };
    await withTrace(trace as Parameters<typeof withTrace>[0], () => ml.as('counsellor').do(listOffers, readOfferFilters(new URLSearchParams('commune=65440&rayon=25')).filters));
    // The opening and the closing of the transaction are three of them; the place, the page.
    expect(trace.queries).toBe(5);
  });
});
