import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { countFacets } from '~/domain/partner/list/count-facets.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { keptFacets } from '~/domain/partner/list/kept-facets.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { manyValued, merits, noFilters, type ManyValued, type Merit, type PartnerFilters } from '~/domain/partner/list/filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { waysOut } from '~/domain/partner/list/ways-out.server';
import { findCommunes } from '~/domain/place/find-communes.server';
import { distanceKm } from '~/domain/place/geo';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { asSystem } from '~/server/db.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { learnWords, manyPartners, named } from './some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
let ml: Agency;
const tarbes = { latitude: 43.2333, longitude: 0.0833 };
const kinds = ['entreprise', 'association', 'cfa'] as const;
const places = [
  { communeCode: '65440', departementCode: '65' },
  { communeCode: '31555', departementCode: '31' },
  { communeCode: '64445', departementCode: '64' },
];

beforeAll(async () => {
  ml = await missionLocale();
  const ids = await manyPartners(ml, Array.from({ length: 60 }, (_, i) => ({
    name: `${['Garage', 'Atelier', 'Maison'][i % 3]} ${i}`, kindCode: kinds[(i * 7) % 3], ...places[(i * 5) % 3],
    latitude: i % 10 === 9 ? null : tarbes.latitude + i / 100, longitude: i % 10 === 9 ? null : tarbes.longitude + (i % 7) / 50,
  })));
  const officer = await ml.person('officer');
  await ml.as('admin').run(async (ctx) => {
    const tags = await Promise.all(['Rural', 'Urbain'].map((label) => ctx.db.tag.create({ data: { label } })));
    for (const [i, partnershipId] of ids.entries()) {
      if (i % 2) await setThemes(ctx, { partnershipId, themes: i % 4 === 1 ? ['emploi', 'sante'] : ['emploi'] });
      if (i % 5 < 2) await setTags(ctx, { partnershipId, tagIds: [tags[i % 2]!.id] });
    }
    await ctx.db.partnership.updateMany({ where: { id: { in: ids.slice(0, 25) } }, data: { officerId: officer.userId, stage: 'active' } });
    await ctx.db.partnership.updateMany({ where: { id: { in: ids.slice(50) } }, data: { stage: 'archived', stageBeforeArchive: 'prospect' } });
  });
  await learnWords();
}, 120_000);

/** The number of partners that the list itself finds. */
const found = (filters: Partial<PartnerFilters>) => ml.as('officer').do(listPartners, filters).then(({ total }) => total);

describe('les compteurs', () => {
  test('disent pour chaque valeur ce que la liste montrerait si on la choisissait seule, quels que soient les autres filtres', async () => {
    const { values } = await ml.as('officer').do(listPartners, {});
    const offered = (name: ManyValued) => values[name].map(({ value }) => value).slice(0, 4);
    const few = (name: ManyValued) => fc.oneof({ weight: 3, arbitrary: fc.constant([] as string[]) }, fc.subarray(offered(name), { minLength: 1, maxLength: 2 }));
    const anyFilters = fc.record({
      typologie: few('typologie'), thematique: few('thematique'), etape: few('etape'), departement: few('departement'), referent: few('referent'), etiquette: few('etiquette'),
      q: fc.constantFrom('', '', 'garage', 'garrage'), commune: fc.constantFrom('', '', '65440'), rayon: fc.constantFrom(0, 40), miens: fc.constantFrom(false, false, true), archives: fc.constantFrom(false, false, true),
    });
    // The filter counted holds a value itself: its own choice must not count against its other values.
    const counted = fc.constantFrom(...manyValued.filter((name) => name !== 'forme')).chain((name) => fc.record({ name: fc.constant(name), own: fc.subarray(offered(name), { minLength: 1, maxLength: 1 }) }));
    let told = 0;
    await fc.assert(
      fc.asyncProperty(anyFilters, counted, async (some, { name, own }) => {
        const filters = { ...noFilters, ...some, [name]: own };
        const counts = (await ml.as('officer').do(countFacets, filters))[name];
        for (const { value } of values[name]) {
          const expected = name === 'etape' && filters.archives ? 0 : await found({ ...filters, [name]: [value] });
          expect(counts[value] ?? 0, `${name}=${value} ${JSON.stringify(filters)}`).toBe(expected);
          told += expected;
        }
      }),
      { numRuns: 15 },
    );
    expect(told).toBeGreaterThan(0);
  }, 120_000);

  test('se comptent encore quand chaque filtre a un choix', async () => {
    const { values } = await ml.as('officer').do(listPartners, {});
    const all = { ...noFilters, ...Object.fromEntries(manyValued.map((name) => [name, name === 'forme' ? [] : values[name].map(({ value }) => value)])) };
    // Nobody has an engagement: the forms are left open first, then asked too, with what recommends a partner.
    const counts = await ml.as('officer').do(countFacets, all);
    for (const { value } of values.typologie) expect(counts.typologie[value] ?? 0, value).toBe(await found({ ...all, typologie: [value] }));
    expect(Object.values(counts.typologie).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0);
    const none = await ml.as('officer').do(countFacets, { ...all, forme: values.forme.map(({ value }) => value), atout: [...merits] });
    expect(none.typologie).toEqual({});
  });

  test('ce qui recommande est compté aussi, sans compter contre soi-même', async () => {
    await asSystem('some have the label', (db) => db.$executeRaw`UPDATE organisation SET has_youth_label = true WHERE name LIKE '%1%'`);
    for (const filters of [noFilters, { ...noFilters, atout: ['accord'] as Merit[], etape: ['actif'] }, { ...noFilters, q: 'garage', miens: true }]) {
      const { atout } = await ml.as('officer').do(countFacets, filters);
      for (const merit of merits) expect(atout[merit] ?? 0, `${merit} ${JSON.stringify(filters)}`).toBe(await found({ ...filters, atout: [merit] }));
    }
    expect((await ml.as('officer').do(countFacets, noFilters)).atout.label).toBeGreaterThan(2);
  });

  test('d’une région aussi, de toutes ses agences, et de nulle autre', async () => {
    const [near, far] = [await missionLocale(), await missionLocale({ regionCode: '24', departementCode: '18' })];
    for (const agency of [near, far]) await manyPartners(agency, [{ name: 'Scierie', kindCode: 'entreprise', ...places[1] }, { name: 'Halle', kindCode: 'cfa', ...places[2] }]);
    await asSystem('sizes are known', (db) => db.$executeRaw`UPDATE organisation SET headcount_band = '11' WHERE name LIKE '%2%' OR name = 'Halle'`);
    const region = regionalReader('76');
    const { values } = await region.do(listPartners, {});
    const choices: Partial<PartnerFilters>[] = [{}, { thematique: ['emploi'] }, { typologie: ['entreprise'], taille: ['pme', 'aucun'] }, { referent: ['aucun'], etape: ['prospect'], departement: ['31', '64'] }];
    for (const choice of choices) {
      const counts = await region.do(countFacets, { ...noFilters, ...choice });
      for (const name of manyValued) {
        const shown = await Promise.all(values[name].map(async ({ value }) => [value, (await region.do(listPartners, { ...choice, [name]: [value] })).total] as const));
        expect(counts[name], `${name} ${JSON.stringify(choice)}`).toEqual(Object.fromEntries(shown.filter(([, total]) => total > 0)));
      }
    }
    expect((await region.do(countFacets, noFilters)).taille).toMatchObject({ pme: 15 });
  });
});

describe('autour d’une commune', () => {
  test('la liste est celle que donne la formule, du plus proche au plus loin, et compte ceux qui n’ont pas de position', async () => {
    const list = await ml.as('officer').do(listPartners, { commune: '65440', rayon: 20 });
    const centre = list.place!.circle!;
    const expected = await ml.as('officer').run(({ db }) => db.partnership.findMany({ where: { stage: { not: 'archived' }, organisation: { latitude: { not: null } } }, include: { organisation: true } }));
    const near = expected.map(({ organisation: o }) => ({ name: o.name, km: distanceKm(centre, { latitude: o.latitude!, longitude: o.longitude! }) })).filter(({ km }) => km <= 20).sort((a, b) => a.km - b.km);
    expect(near.length).toBeGreaterThan(3);
    expect(named(list)).toEqual(near.map(({ name }) => name));
    expect(list.rows.map(({ metres }) => metres)).toEqual(near.map(({ km }) => Math.round(km * 1000)));
    expect(list.unplaced).toBe(5);
    expect(list.sort).toBe('distance');
  });
  test('sans rayon, la commune elle-même ; sans script, son nom suffit', async () => {
    expect(await found({ communeText: 'tarbes' })).toBe(await found({ commune: '65440' }));
    expect(await found({ commune: '65440' })).toBe(17);
    expect((await ml.as('officer').do(listPartners, { communeText: 'Zzz' })).notices).toEqual(['Aucune commune ne s’appelle « Zzz ».']);
  });
  test('une commune sans position connue le dit, et se montre seule', async () => {
    await ml.as('officer').run(async (ctx) => {
      const { code } = await ctx.db.commune.findFirstOrThrow({ where: { latitude: null } });
      const { notices, place, sort } = await listPartners(ctx, { commune: code, rayon: 30 });
      expect(notices[0]).toMatch(/^La position de .* n’est pas connue/);
      expect([place?.circle, sort]).toEqual([null, 'nom']);
    });
  });
});

test('les communes se trouvent par leur nom ou leur code postal, sans accent ni trait d’union', async () => {
  const names = (typed: string) => ml.as('officer').do(findCommunes, typed).then((list) => list.map(({ name }) => name));
  expect((await names('bagneres de b'))[0]).toBe('Bagnères-de-Bigorre');
  expect(await names('st lary')).toEqual(expect.arrayContaining(['Saint-Lary', 'Saint-Lary-Soulan']));
  expect((await names('65000'))[0]).toBe('Tarbes');
  expect((await names('650 tar'))[0]).toBe('Tarbes');
  expect(await names('\u0000%_')).toEqual([]);
  expect((await names('saint')).length).toBe(10);
});

test('une liste vide dit quel filtre enlever, et ce qu’il rendrait', async () => {
  const asked = { ...noFilters, q: 'garage', typologie: ['france_services'] };
  expect(await found(asked)).toBe(0);
  const ways = await ml.as('officer').do(waysOut, await ml.as('officer').do(listPartners, asked));
  expect(ways.map(({ label, count }) => [label, count])).toEqual([['de toute typologie', await found({ q: 'garage' })]]);
  expect(await found(ways[0]!.filters)).toBe(ways[0]!.count);
});

describe('les compteurs gardés', () => {
  test('se lisent sans recompter tant que rien ne change, et suivent ce qui change ; une autre agence n’y lit rien', async () => {
    const asked = new URLSearchParams({ typologie: 'entreprise' });
    const region = regionalReader('76');
    const ofRegion = await region.do(keptFacets, asked);
    const first = await ml.as('officer').do(keptFacets, asked);
    expect(first).toEqual(await ml.as('officer').do(countFacets, readFilters(asked).filters));
    expect(await ml.as('officer').do(keptFacets, asked)).toBe(first);
    const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie du Lac', kindCode: 'entreprise' });
    const then = await ml.as('officer').do(keptFacets, asked);
    expect(then.etape.prospect).toBe((first.etape.prospect ?? 0) + 1);
    expect((await region.do(keptFacets, asked)).etape.prospect).toBe((ofRegion.etape.prospect ?? 0) + 1);
    await ml.as('officer').do(movePartnership, { partnershipId, verb: 'archive' });
    expect((await ml.as('officer').do(keptFacets, asked)).etape).toEqual(first.etape);
    const other = await missionLocale();
    expect((await other.as('officer').do(keptFacets, asked)).etape).toEqual({});
  });
});
