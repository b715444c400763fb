import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/access/actor';
import { addOffer } from '~/domain/offer/add-offer.server';
import { audiences, type Audience } from '~/domain/offer/audiences';
import { deleteOffer } from '~/domain/offer/delete-offer.server';
import type { OfferVerb } from '~/domain/offer/offer.lifecycle';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { everyRoute, type Route } from '../../support/doors';
import { engines, useSearchEngine } from '../../support/search-engine';
import { visit } from '../../support/visits';
import { addContact, partners } from '../partner-list/some-partners';

/**
 * Who finds an offer, by its audience and its state, wherever offers are shown, counted, drawn, suggested or exported: the answer of the
 * address itself, word for word. Partners likewise, by agency and region.
 */
useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
const contactPhone = '06 12 34 56 78';
let routes: Route[] = [];
let [writer, neighbour, far]: Agency[] = [];
const ids: Record<string, string> = {};

/** What was published and is no longer, or never was: its own agency alone reads it, where it manages its offers. */
const hidden: Record<string, OfferVerb[]> = { brouillon: [], 'en pause': ['publish', 'pause'], pourvue: ['publish', 'fill'], retirée: ['publish', 'withdraw'], archivée: ['publish', 'archive'], effacée: [] };

beforeAll(async () => {
  routes = await everyRoute();
  [writer, neighbour, far] = [await missionLocale(), await missionLocale(), await missionLocale({ regionCode: '24', departementCode: '18' })];
  const officer = writer!.as('officer');
  const [open, closed] = await partners(writer!, [{ name: 'Zénith Ouvert', commune: 'Tarbes', postcode: '65000' }, { name: 'Zénith Fermé', commune: 'Tarbes', postcode: '65000' }]);
  await addContact(writer!, 'Zénith Ouvert', contactPhone);
  await partners(neighbour!, [{ name: 'Zénith Voisin', commune: 'Lourdes', postcode: '65100' }]);
  const add = async (name: string, audience: Audience, partnershipId: string | null, verbs: OfferVerb[]) => {
    const { offerId } = await officer.do(addOffer, { kind: 'job', title: `Zénith ${name}`, description: 'À lire.', partnershipId, audience } as never);
    for (const verb of verbs) await officer.do(moveOffer, { offerId, verb });
    ids[name] = offerId;
    return offerId;
  };
  for (const audience of Object.keys(audiences) as Audience[]) await add(audience, audience, open!, ['publish']);
  for (const [name, verbs] of Object.entries(hidden)) await add(name, 'public', open!, verbs);
  await officer.do(deleteOffer, { offerId: ids.effacée! });
  await add('chez un partenaire archivé', 'public', closed!, ['publish']);
  await officer.do(movePartnership, { partnershipId: closed!, verb: 'archive' });
});

const get = async (who: Actor, address: string, search = '', params = {}) => visit(routes.find((one) => one.address === address)!, who, { search, params });
type Read = { total: number; placed: number; counts: { sorte: Record<string, number> }; found: { offers: { total: number } }; offers: { label: string }[]; things: { name: string }[] };
const json = async (...asked: Parameters<typeof get>) => JSON.parse((await get(...asked)).text) as Read;
const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((all, one) => all + one, 0);
const world = 'boite=-180,-90,180,90';

/** The offers named in an answer, in the order of their names. */
const namesIn = (text: string) => [...new Set([...text.matchAll(/Zénith ([a-zéè][a-zéè ]*)/g)].map(([, name]) => name!.trim()))].sort();

/** Every place where offers are shown, or counted. */
async function offersFor(who: Actor) {
  const q = 'q=z%C3%A9nith';
  const [list, here, cells] = [await get(who, '/offres'), await get(who, '/offres/ici', `?${world}`), await json(who, '/offres/points', '?tuiles=0/0/0/0/0')];
  const beside = await json(who, '/offres/compteurs');
  const { offers: everything } = (await json(who, '/recherche', `?${q}`)).found;
  const suggested = await json(who, '/recherche-rapide', `?${q}`);
  return {
    shown: [namesIn(list.text), namesIn(here.text), namesIn((await get(who, '/offres', `?${q}`)).text), namesIn((await get(who, '/offres/ici', `?${q}&${world}`)).text), namesIn(JSON.stringify(everything)), namesIn(JSON.stringify(suggested.offers))],
    counted: [JSON.parse(list.text), JSON.parse(here.text), cells, await json(who, '/offres/points', `?${q}&tuiles=0/0/0/0/0`), everything].map(({ total }: { total: number }) => total),
    placed: (await json(who, '/offres/points')).placed,
    kinds: [sum(beside.counts.sorte), sum((await json(who, '/offres/compteurs', `?${q}`)).counts.sorte)],
  };
}
const everywhere = (names: string[]) => ({ shown: Array(6).fill([...names].sort()), counted: Array(5).fill(names.length), placed: names.length, kinds: [names.length, names.length] });

const readers: [string, () => Promise<Actor>, string[]][] = [
  ['son agence, qui l’écrit', () => writer!.person('officer'), ['agency', 'region', 'network', 'public']],
  ['son agence, qui conseille', () => writer!.person('counsellor'), ['agency', 'region', 'network', 'public']],
  ['une agence de la région', () => neighbour!.person('counsellor'), ['region', 'network', 'public']],
  ['une agence d’ailleurs', () => far!.person('officer'), ['network', 'public']],
  ['sa région', () => regionalReader('76').actor(), ['agency', 'region', 'network', 'public']],
  ['une autre région', () => regionalReader('24').actor(), ['network', 'public']],
];

describe.each(engines)('avec %s', (engine) => {
  const search = useSearchEngine(engine);
  beforeAll(search.learn);

  test.each(readers)('%s trouve partout les mêmes offres, et aucune autre', async (_who, person, names) => {
    const before = search.answers();
    expect(await offersFor(await person())).toEqual(everywhere(names));
    expect(search.answers() > before).toBe(engine === 'meilisearch');
  });
});

test.each(readers.slice(2))('%s n’ouvre par son adresse que ce qu’elle peut lire', async (_who, person, names) => {
  const who = await person();
  for (const [name, offerId] of Object.entries(ids)) {
    const { status, text } = await get(who, '/offres/:offerId', '', { offerId });
    // The partner behind stands in archives: what others had found is still read by its link, as for any published offer.
    // A region reads the life of its agencies' offers once they were published; never a draft.
    const isOfRegion = who.regionCode === '76' && (hidden[name] ?? []).length > 0;
    const isRead = names.includes(name) || name === 'chez un partenaire archivé' || isOfRegion;
    expect([name, status, namesIn(text).includes(name)]).toEqual([name, isRead ? 200 : 404, isRead]);
  }
});

test('l’agence exporte et gère les siennes, et une autre n’en a aucune dans ses fichiers', async () => {
  const exported = async (agency: Agency) => namesIn((await get(await agency.person('officer'), '/offres/gestion/export', '?format=csv')).text);
  expect(await exported(writer!)).toEqual([...Object.keys(audiences), 'brouillon', 'chez un partenaire archivé', 'en pause', 'pourvue', 'retirée'].sort());
  expect([await exported(neighbour!), await exported(far!)]).toEqual([[], []]);
  for (const etat of ['ouvertes', 'archivees', 'brouillons']) expect(namesIn((await get(await neighbour!.person('officer'), '/offres/gestion', `?etat=${etat}`)).text)).toEqual([]);
});

describe('les partenaires, à un endroit de la carte', () => {
  const here = (who: Actor, more = '') => json(who, '/partenaires/ici', `?${world}${more}`);
  test.each<[string, () => Promise<Actor>, string[]]>([
    ['son agence', () => writer!.person('counsellor'), ['Zénith Ouvert']],
    ['la voisine', () => neighbour!.person('officer'), ['Zénith Voisin']],
    ['une agence d’ailleurs', () => far!.person('officer'), []],
    ['leur région', () => regionalReader('76').actor(), ['Zénith Ouvert', 'Zénith Voisin']],
    ['une autre région', () => regionalReader('24').actor(), []],
  ])('%s', async (_who, person, names) => {
    const who = await person();
    for (const more of ['', '&q=zenith']) {
      const { total, things } = await here(who, more);
      expect([total, things.map(({ name }) => name)]).toEqual([names.length, names]);
    }
    // A contact is its agency's own: neither her number nor what it finds is told to a region.
    expect((await get(who, '/partenaires/ici', `?${world}`)).text).not.toContain('12345678');
    expect((await here(who, '&q=0612345678')).total).toBe(who.missionLocaleId === writer!.id ? 1 : 0);
  });
});
