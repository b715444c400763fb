import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { addPartner } from '~/domain/partner/add-partner.server';
import { withoutIdle, writeFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { fetchReach } from '~/domain/reach/fetch-reach.server';
import type { Reach, Reached } from '~/domain/reach/reach';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
let ml: Awaited<ReturnType<typeof missionLocale>>;
beforeAll(async () => {
  ml = await missionLocale();
  for (const [name, commune, postcode] of [['Auberge', 'Tarbes', '65000'], ['Garage', 'Lourdes', '65100'], ['Épicerie', 'Lannemezan', '65300']]) await ml.as('officer').do(addPartner, { name, commune, postcode } as never);
});
const list = (query: string, change: Partial<Ctx> = {}) => {
  const { filters, notices } = readFilters(new URLSearchParams(query));
  return ml.as('officer').run(async (ctx) => {
    const found = await listPartners({ ...ctx, ...change }, filters);
    return { ...found, names: found.rows.map(({ name }) => name), notices: [...notices, ...found.notices] };
  });
};

describe('autour d’un point de la carte', () => {
  test('les plus proches d’abord, et le point est dit par la commune voisine', async () => {
    const found = await list('autour=43.24,0.08&rayon=25');
    expect(found.names).toEqual(['Auberge', 'Garage']);
    expect(found).toMatchObject({ sort: 'distance', place: { name: 'un point près de Tarbes', circle: { km: 25 } }, filters: { autour: '43.24,0.08', rayon: 25, commune: '' } });
    expect(writeFilters(found.filters).toString()).toBe('rayon=25&autour=43.24%2C0.08');
  });

  test.each([
    ['autour=0.08,43.24&rayon=5', ['Auberge'], [/échangées/]],
    ['autour=43.24,0.08&rayon=0', ['Auberge'], [/À 0 km il n’y a rien/]],
    ['autour=43.24,0.08&rayon=5000', ['Auberge', 'Garage', 'Épicerie'], [/ramené à 200 km/]],
    ['autour=46.2,-4.5&rayon=5', [], [/peut-être en mer/]],
    ['autour=NaN,1&rayon=5', ['Auberge', 'Épicerie', 'Garage'], [/ne sont pas des nombres/]],
    ['autour=12,-30', ['Auberge', 'Épicerie', 'Garage'], [/hors de France/]],
  ])('%s', async (query, names, said) => {
    const found = await list(query);
    expect([...found.names].sort()).toEqual([...names].sort());
    for (const [i, sentence] of said.entries()) expect(found.notices[i]).toMatch(sentence);
    expect(found.notices).toHaveLength(said.length);
  });

  test('les offres aussi', async () => {
    const found = await ml.as('officer').do(listOffers, readOfferFilters(new URLSearchParams('autour=43.24,0.08&minutes=30&moyen=bus')).filters);
    expect(found).toMatchObject({ place: { name: 'un point près de Tarbes', circle: { km: 6.2, reach: 'estimate' } }, filters: { autour: '43.24,0.08' } });
  });

  test('une commune choisie prend la place du point, et une adresse ne garde rien d’inutile', () => {
    expect(withoutIdle(new URLSearchParams('autour=43,0&commune=65440&rayon=5&minutes=0&moyen=bus')).toString()).toBe('commune=65440&rayon=5');
    expect(withoutIdle(new URLSearchParams('minutes=30&moyen=bus&rayon=3')).toString()).toBe('');
  });
});

describe('ce qui est atteint en voiture', () => {
  /** From Tarbes to the south-west: Lourdes is in it, Lannemezan is not. */
  const outline = [[-0.2, 43], [0.2, 43], [0.2, 43.3], [-0.2, 43.3], [-0.2, 43]] as const;
  const service = (answer: Reached): Reach & { asked: number } => ({ asked: 0, profiles: ['car'], async from() { this.asked += 1; return answer; } });
  const wanted = { latitude: 43.233, longitude: 0.078, minutes: 45, profile: 'car' as const };
  const system = <T>(work: Parameters<typeof asSystem<T>>[1]) => asSystem('a test is the job', work);
  const query = 'autour=43.2331,0.0781&minutes=45&moyen=voiture';
  const waiting = () => asSystem('a test counts what is asked', (db) => db.outboxEvent.count({ where: { type: 'reach.wanted' } }));

  test('sans service, c’est une estimation et rien n’est demandé', async () => {
    const found = await list(query);
    expect(found.place?.circle).toEqual({ latitude: 43.2331, longitude: 0.0781, km: 28.8, reach: 'estimate' });
    expect(await waiting()).toBe(0);
  });

  test('avec un service, l’estimation d’abord, puis la forme qu’il a calculée, pour la liste comme pour les distances', async () => {
    const first = await list(query, { reachProfiles: ['car'] });
    expect(first.place?.circle?.reach).toBe('awaited');
    expect(await waiting()).toBe(1);
    const ign = service({ ok: true, outline: outline.map(([lon, lat]) => [lon, lat] as const), version: '2026' });
    await fetchReach(ign, system, wanted);
    await fetchReach(ign, system, wanted);
    expect(ign.asked).toBe(1);
    const then = await list(query, { reachProfiles: ['car'] });
    expect(then.place?.circle).toMatchObject({ reach: 'ign', outline: { length: 5 } });
    expect(then.names).toEqual(['Auberge', 'Garage']);
    expect(await waiting()).toBe(1);
  });

  test('en panne, il n’est pas redemandé avant l’heure, et la page le dit', async () => {
    const down = service({ ok: false, reason: 'Le service répond 503.', retryAfterMs: 60_000 });
    await fetchReach(down, system, { ...wanted, minutes: 20 });
    await fetchReach(down, system, { ...wanted, minutes: 20 });
    expect(down.asked).toBe(1);
    const found = await list('autour=43.2331,0.0781&minutes=20&moyen=voiture', { reachProfiles: ['car'] });
    expect(found.place?.circle?.reach).toBe('down');
    expect(found.names).toEqual(['Auberge']);
    expect(await waiting()).toBe(1);
  });

  test('le bus n’est connu d’aucun service : toujours une estimation', async () => {
    expect((await list('autour=43.2331,0.0781&minutes=30&moyen=bus', { reachProfiles: ['car', 'pedestrian'] })).place?.circle?.reach).toBe('estimate');
  });
});
