import { beforeAll, expect, test } from 'vitest';
import { chosenSearch } from '~/adapters/search/chosen-search';
import { layerOf } from '~/domain/map/map-layer.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { countOfferFacets } from '~/domain/offer/list/count-offer-facets.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { boardOfPartners } from '~/domain/partner/list/board-of-partners.server';
import { countFacets } from '~/domain/partner/list/count-facets.server';
import { exportPartners } from '~/domain/partner/list/export-partners.server';
import { noFilters } from '~/domain/partner/list/filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { searchEverything } from '~/domain/search/search-everything.server';
import { suggest } from '~/domain/search/suggest.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { useSearchEngine } from '../../support/search-engine';
import { linesOf, named, partners } from '../partner-list/some-partners';

/** What the index says is never believed: everything it finds is read again behind the walls. */
useDatabase();
const search = useSearchEngine('meilisearch');

type Agency = Awaited<ReturnType<typeof missionLocale>>;
let [ours, theirs]: Agency[] = [];
let [oursId, theirsId, theirOfferId]: string[] = [];

beforeAll(async () => {
  [ours, theirs] = [await missionLocale(), await missionLocale({ regionCode: '24', departementCode: '18' })];
  [oursId] = await partners(ours!, [{ name: 'Zénith Public', postcode: '65000', commune: 'Tarbes' }]);
  [theirsId] = await partners(theirs!, [{ name: 'Zénith Secret', postcode: '18000', commune: 'Bourges' }]);
  await publish(ours!, { title: 'Zénith : accueil', audience: 'agency' });
  theirOfferId = await publish(theirs!, { title: 'Zénith : secret', audience: 'agency' });
  await search.learn();
});

async function publish(agency: Agency, offer: Partial<TypedOffer> & { title: string }): Promise<string> {
  const { offerId } = await agency.as('officer').do(addOffer, { kind: 'job', description: 'À lire.', partnershipId: null, ...offer } as TypedOffer & { title: string });
  await agency.as('officer').do(moveOffer, { offerId, verb: 'publish' });
  return offerId;
}

/** Somebody writes into the index what they like. */
async function forge(kind: 'partners' | 'offers', ...documents: object[]) {
  const { server } = chosenSearch()!;
  await server.wait(await server.addDocuments(kind, documents));
}

const offersAsked = { ...readOfferFilters(new URLSearchParams('q=zenith')).filters };
const asked = { ...noFilters, q: 'zenith' };

/** Every place where partners or offers found by words are shown, counted or suggested. */
async function everywhere(who: ReturnType<Agency['as']>) {
  const suggested = await who.do(suggest, 'zenith');
  const all = await who.do(searchEverything, 'zenith');
  const partnerList = await who.do(listPartners, asked);
  return {
    partners: named(partnerList),
    total: partnerList.total,
    stages: (await who.do(countFacets, asked)).etape,
    board: (await who.do(boardOfPartners, asked)).total,
    exported: (await who.run((ctx) => linesOf(exportPartners(ctx, asked)))).slice(1).map(([name]) => name),
    suggested: [...suggested.partners.map(({ name }) => name), ...suggested.offers.map(({ title }) => title)],
    everything: [all!.partners.total, all!.offers!.total],
    onTheMap: await who.run(async (ctx) => {
      const { from, scope, where } = await layerOf(ctx, 'partners', new URLSearchParams('q=zenith'));
      const rows = await ctx.db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM ${from} WHERE ${scope} AND ${where}`;
      return rows[0]!.n;
    }),
    offers: (await who.do(listOffers, offersAsked)).rows.map(({ title }) => title),
    kinds: (await who.do(countOfferFacets, offersAsked)).sorte,
  };
}
const oursAlone = { partners: ['Zénith Public'], total: 1, stages: { prospect: 1 }, board: 1, exported: ['Zénith Public'], suggested: ['Zénith Public', 'Zénith : accueil'], everything: [1, 1], onTheMap: 1, offers: ['Zénith : accueil'], kinds: { job: 1 } };

test('chacun les siens, et c’est Meilisearch qui les a trouvés', async () => {
  const before = search.answers();
  expect(await everywhere(ours!.as('officer'))).toEqual(oursAlone);
  expect(search.answers()).toBeGreaterThan(before + 5);
});

test('un document qui se dit de notre agence, de notre région ou ouvert au réseau ne montre ni ne compte rien', async () => {
  const words = { name: 'zenith forge', place: 'tarbes', about: '', isPlaced: false, isArchived: false };
  await forge('partners',
    { ...words, id: theirsId, agency: ours!.id, region: '76' }, // their partner under our agency
    { ...words, id: crypto.randomUUID(), agency: ours!.id, region: '76' }, // of nobody
    { ...words, id: oursId!.replace(/.$/, '0'), agency: theirs!.id, region: '76' });
  await forge('offers', { id: theirOfferId, agency: theirs!.id, audience: 'network', title: 'zenith forge', isPlaced: false }, { id: crypto.randomUUID(), agency: ours!.id, audience: `agency:${ours!.id}`, title: 'zenith forge', isPlaced: false });
  expect(await everywhere(ours!.as('officer'))).toEqual(oursAlone);

  await forge('partners', { ...words, id: theirsId, agency: theirs!.id, region: '76' });
  const region = regionalReader('76');
  expect(named(await region.do(listPartners, { q: 'zenith' }))).toEqual(['Zénith Public']);
  expect((await region.do(countFacets, asked)).departement).toEqual({ '65': 1 });
});

test('une agence forgée avec la clé d’un vrai document : la ligne de la base, jamais celle de l’index', async () => {
  await forge('partners', { id: oursId, agency: ours!.id, region: '76', isArchived: false, name: 'zenith nom force', place: '', about: '', isPlaced: false });
  expect(named(await ours!.as('officer').do(listPartners, { q: 'zenith nom force' }))).toEqual(['Zénith Public']);
});

test('un document périmé ne montre plus rien : archivé, dépublié, effacé', async () => {
  const lasting = await publish(ours!, { title: 'Zénith : plonge', audience: 'agency' });
  await search.learn();
  expect((await ours!.as('officer').do(listOffers, offersAsked)).total).toBe(2);
  // From here on the index learns nothing more.
  await ours!.as('officer').do(moveOffer, { offerId: lasting, verb: 'fill' });
  expect((await everywhere(ours!.as('officer'))).offers).toEqual(['Zénith : accueil']);
  await ours!.as('officer').do(movePartnership, { partnershipId: oursId!, verb: 'archive' });
  expect(await everywhere(ours!.as('officer'))).toMatchObject({ partners: [], total: 0, stages: {}, board: 0, exported: [], onTheMap: 0 });
});
