import { beforeAll, describe, expect, test } from 'vitest';
import { addPartner } from '~/domain/partner/add-partner.server';
import { countFacets } from '~/domain/partner/list/count-facets.server';
import { exportPartners } from '~/domain/partner/list/export-partners.server';
import { noFilters, sorts, type PartnerFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { jumpToPartner } from '~/domain/partner/list/jump-to-partner.server';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { learnWords, linesOf, manyPartners, named, partners } from './some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
let ours: Agency;
let theirs: Agency;

beforeAll(async () => {
  [ours, theirs] = [await missionLocale({ regionCode: '76' }), await missionLocale({ regionCode: '75', departementCode: '33' })];
  // Many bear one name and were changed in one instant: the order must still be total.
  const ids = await manyPartners(ours, Array.from({ length: 137 }, (_, i) => ({ name: i % 3 === 0 ? 'Garage du Pic' : `Atelier ${(i * 7919) % 137}`, departementCode: '65', communeCode: '65440', latitude: 43.23 + (i % 5) / 100, longitude: 0.07 })));
  await ours.as('officer').run(async ({ db }) => {
    const form = await db.engagementForm.findFirstOrThrow({ where: { code: 'immersion' } });
    await db.engagement.createMany({ data: ids.map((partnershipId) => ({ partnershipId, formId: form.id, readiness: 'tried' as const })) });
  });
  await partners(theirs, [{ name: 'Garage du Bassin', siret: '41071771400035', phone: '05 36 49 12 08', postcode: '33000', commune: 'Bordeaux', themes: ['emploi'] }]);
  await learnWords();
}, 120_000);

describe('les pages', () => {
  test.each(sorts.flatMap((tri) => [{ tri }, { tri, niveau: 'tried' as const }]))('triées et filtrées par %j, elles montrent chaque partenaire une fois, dans les deux sens', async ({ tri, ...engagement }) => {
    const filters: Partial<PartnerFilters> = { tri, ...engagement, ...(tri === 'pertinence' && { q: 'tarbes' }), ...(tri === 'distance' && { commune: '65440', rayon: 200 }) };
    const walk = async (way: 'next' | 'previous', start: Awaited<ReturnType<typeof page>>) => {
      const pages = [start];
      for (let here = start; here[way]; pages.push(here)) here = await page(way === 'next' ? { apres: here.next } : { avant: here.previous });
      return pages;
    };
    const page = (at: { apres?: string | null; avant?: string | null }) => ours.as('officer').do(listPartners, { ...filters, ...at });
    const first = await page({});
    const forth = await walk('next', first);
    const ids = forth.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids).toHaveLength(first.total);
    expect(first.total).toBeGreaterThanOrEqual(137);
    expect(new Set(ids).size).toBe(first.total);
    expect(forth.map(({ from }) => from)).toEqual(forth.map((_, i) => 1 + 25 * i));
    const back = await walk('previous', forth.at(-1)!);
    expect(back.reverse().flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
  });

  test('une page vers l’arrière reste entière quand des partenaires arrivent avant elle, et un curseur inventé ramène au début', async () => {
    const list = (at: object) => ours.as('officer').do(listPartners, at);
    const first = await list({});
    const second = await list({ apres: first.next });
    await partners(ours, [{ name: 'AAA, arrivée entre-temps', postcode: '65000', commune: 'Tarbes' }]);
    expect(named(await list({ avant: second.previous }))).toEqual(named(first));
    const start = await list({});
    expect(named(start)[0]).toBe('AAA, arrivée entre-temps');
    for (const apres of ['zzz', '', 'W10', Buffer.from('["nom",["a"],1]').toString('base64url'), Buffer.from('["nom",["a\u0000","x"],1]').toString('base64url'), 'a'.repeat(5000)])
      expect(named(await list({ apres, avant: apres })), apres.slice(0, 20)).toEqual(named(start));
    expect(named(await list({ tri: '-nom', apres: first.next }))).toEqual(named(await list({ tri: '-nom' })));
  });
});

describe('le nombre de requêtes est fixe', () => {
  const queriesOf = (agency: Agency, filters: Partial<PartnerFilters>) =>
    agency.as('officer').run(async (ctx) => {
      const trace = { requestId: 'essai', queries: 0 };
      await withTrace(trace, () => listPartners(ctx, filters));
      return trace.queries;
    });
  test.each<[string, Partial<PartnerFilters>, number]>([
    ['la liste nue', {}, 2],
    ['plusieurs filtres', { etape: ['prospect'], thematique: ['emploi'], typologie: ['autre'] }, 2],
    ['des mots', { q: 'garage' }, 3],
    ['des mots mal écrits', { q: 'garrage' }, 4],
    ['un rayon', { commune: '65440', rayon: 30 }, 3],
  ])('%s', async (_, filters, expected) => {
    expect(await queriesOf(ours, filters)).toBe(expected);
  });
  test('le même avec 1 et 137 partenaires', async () => {
    expect(await queriesOf(theirs, {})).toBe(await queriesOf(ours, {}));
  });
});

describe('les murs', () => {
  test('le partenaire d’une autre agence n’apparaît par aucun filtre, aucun curseur, aucun compteur, aucun export', async () => {
    const [theirId] = (await theirs.as('officer').do(listPartners, {})).rows.map(({ id }) => id);
    const officer = await theirs.person('officer');
    for (const filters of [{ q: 'bassin' }, { q: '41071771400035' }, { q: '05 36 49 12 08' }, { departement: ['33'] }, { commune: '33063', rayon: 50 }, { referent: [officer.userId] }, { thematique: ['emploi'] }, { archives: true }]) {
      expect(named(await ours.as('officer').do(listPartners, filters)), JSON.stringify(filters)).not.toContain('Garage du Bassin');
    }
    const theirCursor = Buffer.from(JSON.stringify(['nom', ['garage du bassin', theirId], 1])).toString('base64url');
    expect(named(await ours.as('officer').do(listPartners, { avant: theirCursor, apres: theirCursor }))).not.toContain('Garage du Bassin');
    expect(await ours.as('officer').do(jumpToPartner, 'garage du b')).toEqual([]);
    expect((await ours.as('officer').do(countFacets, noFilters)).departement).toEqual({ '65': 138 });
    const lines = await ours.as('officer').run(async (ctx) => linesOf(exportPartners(ctx, noFilters)));
    expect(lines).toHaveLength(139);
    expect(JSON.stringify(lines)).not.toContain('Bassin');
  });
  test('une région lit ses agences et pas les autres ; sans place, on ne lit rien', async () => {
    const region = regionalReader('75');
    expect(named(await region.do(listPartners, {}))).toEqual(['Garage du Bassin']);
    expect((await regionalReader('76').do(listPartners, {})).total).toBe(138);
    expect((await regionalReader('11').do(listPartners, {})).total).toBe(0);
  });
  test('la fenêtre elle-même tient le mur, sans la condition du programme', async () => {
    await theirs.as('officer').run(async ({ db }) => {
      const [{ n }] = await db.$queryRaw<[{ n: number }]>`SELECT count(DISTINCT mission_locale_id)::int AS n FROM search.partner_of_agency`;
      const [{ r }] = await db.$queryRaw<[{ r: number }]>`SELECT count(*)::int AS r FROM search.partner_of_region`;
      expect([n, r]).toEqual([1, 0]);
    });
    const without = await asSystem('a test looks without any agency nor region', (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM search.partner_of_agency UNION ALL SELECT count(*)::int FROM search.partner_of_region`);
    expect(without).toEqual([{ n: 0 }, { n: 0 }]);
  });
});

test('une adresse qui ne veut rien dire donne une liste et des phrases, jamais une erreur', async () => {
  for (const search of ['typologie=x%00y&etiquette=00000000-0000-0000-0000-000000000000', 'referent=pas-un-uuid&referent=aucun', 'commune=99999&rayon=5000', 'commune=65440&rayon=0', 'communeText=zzzz', 'tri=%27%3B+DROP', 'etape=archived&etape=active', "q='||%22&thematique[]=1", `q=${'é'.repeat(2000)}`, 'departement=2A&departement=%25']) {
    const { filters } = readFilters(new URLSearchParams(search));
    const list = await ours.as('officer').do(listPartners, filters);
    expect(list.total, search).toBeGreaterThanOrEqual(0);
  }
  const { notices, filters } = await ours.as('officer').do(listPartners, { typologie: ['n’existe pas'] });
  expect(notices).toEqual(['Un des filtres de l’adresse n’existe plus : il a été enlevé.']);
  expect(filters.typologie).toEqual([]);
});

test('un partenaire archivé quitte la liste et se retrouve dans les archives', async () => {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Maison fermée' });
  await ml.as('officer').run(({ db }) => db.partnership.updateMany({ where: { id: partnershipId }, data: { stage: 'archived', stageBeforeArchive: 'prospect' } }));
  expect(named(await ml.as('officer').do(listPartners, {}))).toEqual([]);
  expect(named(await ml.as('officer').do(listPartners, { archives: true }))).toEqual(['Maison fermée']);
});
