import { beforeAll, describe, expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { countOfferFacets } from '~/domain/offer/list/count-offer-facets.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { offersPerPage } from '~/domain/offer/list/page-of-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { addPartner } from '~/domain/partner/add-partner.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const today = parisDay(new Date());
const asked = (query: string) => ({ ...readOfferFilters(new URLSearchParams(query)).filters, apres: new URLSearchParams(query).get('apres'), avant: new URLSearchParams(query).get('avant') });
const list = (ml: { as: Agency['as'] }, query = '', role: 'counsellor' | 'officer' = 'counsellor') => ml.as(role).do(listOffers, asked(query));
const titles = async (ml: { as: Agency['as'] }, query: string) => (await list(ml, query)).rows.map(({ title }) => title);

async function publish(ml: Agency, offers: (Partial<TypedOffer> & { title: string })[], partner: { name: string; commune: string; postcode: string } | null = { name: 'Auberge', commune: 'Tarbes', postcode: '65000' }) {
  const officer = ml.as('officer');
  const partnershipId = partner ? (await officer.do(addPartner, partner)).partnershipId : null;
  for (const offer of offers) {
    const { offerId } = await officer.do(addOffer, { kind: 'job', description: 'À lire.', partnershipId, ...offer } as TypedOffer & { title: string });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
  }
  return { partnershipId };
}

let ml: Agency;
beforeAll(async () => {
  ml = await missionLocale();
  await publish(ml, [
    { title: 'Extra en salle', romes: ['G1803'], contract: 'CDD', level: '3', startsOn: addDays(today, 5), ageMin: '18', themes: ['emploi'] },
    { title: 'Aide de cuisine', romes: ['G1603'], contract: 'CDI', startsOn: addDays(today, 40), themes: ['emploi'] },
  ]);
  await publish(ml, [{ title: 'Apprenti coiffeur', kind: 'apprenticeship', romes: ['D1202'], contract: 'E2', schemes: ['cej'] }], { name: 'Salon du Pic', commune: 'Lourdes', postcode: '65100' });
  await publish(ml, [{ title: 'Atelier CV', kind: 'workshop', receptionModes: ['a-distance'], themes: ['emploi', 'formation'], cost: 'gratuit', publics: ['jeunes'] }], null);
});

describe('on trouve', () => {
  test.each([
    ['q=serveuse', ['Extra en salle']], // by a title of its trade
    ['q=coiffeuse', ['Apprenti coiffeur']],
    ['q=coifure', ['Apprenti coiffeur']], // a slip
    ['q=lourdes', ['Apprenti coiffeur']],
    ['q=offre+lourdes', ['Apprenti coiffeur']], // a word that says nothing
    ['q=D1202', ['Apprenti coiffeur']], // the code of a trade
    ['q=hotellerie+restauration', ['Aide de cuisine', 'Extra en salle']], // the domain of a trade
    ['q=auberge+cuisine', ['Aide de cuisine']],
    ['sorte=alternance', ['Apprenti coiffeur']],
    ['thematique=formation', ['Atelier CV']],
    ['contrat=CDI', ['Aide de cuisine']],
    ['metier=G18&metier=D1202', ['Apprenti coiffeur', 'Extra en salle']],
    ['gratuit=oui', ['Atelier CV']],
    ['accueil=a-distance', ['Atelier CV']],
    ['age=17&sorte=emploi', ['Aide de cuisine']],
    ['niveau=0&sorte=emploi', ['Aide de cuisine']],
    [`debut=${addDays(today, 10)}&sorte=emploi`, ['Extra en salle']],
    ['commune=65440', ['Aide de cuisine', 'Extra en salle']],
    ['commune=65440&rayon=30&tri=distance', ['Aide de cuisine', 'Apprenti coiffeur', 'Atelier CV', 'Extra en salle']],
    ['q=serveuse+tarbes+30+min+en+bus', ['Extra en salle']],
    ['q=tarbes+10+min+en+bus', ['Aide de cuisine', 'Atelier CV', 'Extra en salle']],
    ['q=zzzzz', []],
  ])('%s : %j', async (query, expected) => {
    await asSystem('the night learns words', (db) => db.$queryRaw`SELECT search.learn_words()`);
    const found = await list(ml, query);
    expect([...found.rows.map(({ title }) => title)].sort()).toEqual([...expected].sort());
    expect(found.total).toBe(expected.length);
  });

  test('le plus proche d’abord, ce qui se fait à distance à la fin', async () => {
    const found = await list(ml, 'commune=65286&rayon=40&tri=distance');
    expect(found.rows.map(({ title }) => title)).toEqual(['Apprenti coiffeur', expect.any(String), expect.any(String), 'Atelier CV']);
    expect(found.rows[0]?.metres).toBeLessThan(2000);
    expect(found.rows.at(-1)?.metres).toBeNull();
  });

  test('la commune dite dans la boîte devient un filtre, et ne se cherche plus comme un mot', async () => {
    const { filters, place } = await list(ml, 'q=serveuse+tarbes+30+min+en+bus');
    expect(filters).toMatchObject({ q: 'serveuse', commune: '65440', minutes: 30, moyen: 'bus' });
    expect(place).toMatchObject({ name: 'Tarbes', circle: { km: 6.2 } });
  });
});

test('ce qui n’est plus publié, ou dont le partenaire est archivé, ne se trouve plus', async () => {
  const other = await missionLocale();
  const { partnershipId } = await publish(other, [{ title: 'Plongeur' }, { title: 'Commis' }]);
  expect(await titles(other, 'q=plongeur')).toEqual(['Plongeur']);
  const commis = await other.as('officer').run((ctx) => ctx.db.offer.findFirstOrThrow({ where: { title: 'Commis' } }));
  await other.as('officer').do(moveOffer, { offerId: commis.id, verb: 'fill' });
  expect(await titles(other, '')).toEqual(['Plongeur']);
  await other.as('officer').do(movePartnership, { partnershipId: partnershipId!, verb: 'archive' });
  expect(await titles(other, '')).toEqual([]);
  await other.as('officer').do(movePartnership, { partnershipId: partnershipId!, verb: 'restore' });
  expect(await titles(other, '')).toEqual(['Plongeur']);
});

test('une offre que personne n’a confirmée depuis trois mois ne se montre plus', async () => {
  const other = await missionLocale();
  await publish(other, [{ title: 'Vieille offre' }]);
  await asSystem('a test lets time pass', (db) => db.offer.updateMany({ where: { title: 'Vieille offre' }, data: { confirmedAt: new Date(Date.now() - 85 * 86_400_000) } }));
  expect(await titles(other, '')).toEqual([]);
});

test('chacun voit ce que l’audience lui ouvre, dans la liste et dans les comptes, jamais les brouillons', async () => {
  const [here, neighbour, far] = [await missionLocale({ regionCode: '24', departementCode: '18' }), await missionLocale({ regionCode: '24', departementCode: '18' }), await missionLocale({ regionCode: '11', departementCode: '75' })];
  await publish(here, (['agency', 'region', 'network'] as const).map((audience) => ({ title: `Pour ${audience}`, audience, kind: 'mentoring' as const })), { name: 'Secret', commune: 'Bourges', postcode: '18000' });
  await here.as('officer').do(addOffer, { kind: 'mentoring', title: 'Brouillon' });
  const seen = (who: Agency['as'] extends (role: never) => infer R ? R : never) => who.do(listOffers, asked('sorte=parrainage&tri=date'));
  const expected: [ReturnType<Agency['as']>, string[]][] = [
    [here.as('counsellor'), ['Pour agency', 'Pour network', 'Pour region']],
    [neighbour.as('counsellor'), ['Pour network', 'Pour region']],
    [far.as('admin'), ['Pour network']],
    [regionalReader('24'), ['Pour agency', 'Pour network', 'Pour region']],
  ];
  for (const [who, all] of expected) {
    const { rows, total } = await seen(who);
    expect(rows.map(({ title }) => title).sort()).toEqual(all);
    expect(total).toBe(all.length);
    expect((await who.do(countOfferFacets, asked(''))).sorte.mentoring).toBe(all.length);
  }
});

test('les pages se suivent dans chaque ordre, sans saut ni répétition, et reviennent', async () => {
  const many = await missionLocale({ regionCode: '44', departementCode: '67' });
  await publish(many, [{ title: 'Vente' }], { name: 'Boutique', commune: 'Strasbourg', postcode: '67000' });
  await asSystem('a test writes many offers', (db) => db.$executeRaw`INSERT INTO offer (mission_locale_id, kind, state, title, description, partnership_id, published_at, confirmed_at, starts_on, created_by_id)
    SELECT mission_locale_id, 'job', 'published', 'Vente ' || n, 'x', partnership_id, now() - make_interval(mins => n / 3), now(), CASE WHEN n % 4 > 0 THEN DATE '2026-12-01' + n % 7 END, NULL FROM offer, generate_series(1, 60) AS n WHERE title = 'Vente'`);
  for (const query of ['tri=date&sorte=emploi', 'tri=debut&sorte=emploi', 'q=vente&sorte=emploi', 'commune=67482&rayon=10&tri=distance&sorte=emploi']) {
    const first = await list(many, query);
    expect(first.total).toBe(61);
    const all = [...first.rows];
    let page = first;
    while (page.next) {
      page = await list(many, `${query}&apres=${page.next}`);
      all.push(...page.rows);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(61);
    const back = await list(many, `${query}&avant=${page.previous}`);
    expect(back.rows.map(({ id }) => id)).toEqual(all.slice(all.length - page.rows.length - offersPerPage, all.length - page.rows.length).map(({ id }) => id));
    expect(back.from).toBe(all.length - page.rows.length - offersPerPage + 1);
  }
});

test('les comptes des filtres disent ce que la liste montrerait', async () => {
  for (const query of ['', 'q=cuisine', 'sorte=emploi', 'thematique=emploi&contrat=CDI', 'dispositif=cej']) {
    const counts = await ml.as('counsellor').do(countOfferFacets, asked(query));
    const params = new URLSearchParams(query);
    for (const [facet, value, count] of [['sorte', 'alternance', counts.sorte.apprenticeship], ['thematique', 'formation', counts.thematique.formation], ['contrat', 'CDD', counts.contrat.CDD]] as const) {
      const chosen = new URLSearchParams(params);
      chosen.delete(facet);
      chosen.append(facet, value);
      expect([query, facet, (await list(ml, chosen.toString())).total]).toEqual([query, facet, count ?? 0]);
    }
  }
});

test('les comptes d’un mot mal écrit sont ceux de la liste, qui le corrige', async () => {
  const counts = await ml.as('counsellor').do(countOfferFacets, asked('q=cuissine'));
  expect(counts).toEqual(await ml.as('counsellor').do(countOfferFacets, asked('q=cuisine')));
  expect(Object.values(counts.sorte).reduce((all, one) => all + one, 0)).toBe((await list(ml, 'q=cuissine')).total);
});

test.each(['q=%27%29+OR+1%3D1+--', 'q=a%3A*+%26+%21b+%7C', 'q=x', `q=${'z'.repeat(2000)}`, 'metier=%27%3B--', 'apres=%00', `apres=${Buffer.from('["date",["x"],1]').toString('base64url')}`, 'rayon=5000&commune=65440', 'rayon=-1', 'commune=99999&rayon=10', 'q=30+min+en+bus', `commune=65440&minutes=30&moyen=bus&tri=distance`])('%s : une réponse, jamais une panne', async (query) => {
  const found = await list(ml, query);
  expect(found.total).toBeLessThanOrEqual(5); // ours, and the one that another agency opens to the network
});

test('un nombre fixe de requêtes', async () => {
  const count = async (query: string) => {
    const trace = { requestId: 'x', queries: 0 };
    await withTrace(trace as Parameters<typeof withTrace>[0], () => list(ml, query));
    return trace.queries;
  };
  // The opening and the closing of the transaction are three of them.
  expect(await count('')).toBe(4);
  expect(await count('sorte=emploi&commune=65440&rayon=20')).toBe(5);
  expect(await count('q=serveuse+tarbes+30+min+en+bus')).toBe(6);
});
