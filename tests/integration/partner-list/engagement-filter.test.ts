import { beforeAll, describe, expect, test } from 'vitest';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import type { SetEngagement } from '~/domain/engagement/engagement.schema';
import { countFacets } from '~/domain/partner/list/count-facets.server';
import { noFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { waysOut } from '~/domain/partner/list/ways-out.server';
import type { Db } from '~/access/context';
import { asSystem } from '~/server/db.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { named, partners } from './some-partners';

useDatabase();
let ml: Awaited<ReturnType<typeof missionLocale>>;

const said: Record<string, Omit<SetEngagement, 'partnershipId'>[]> = {
  'Garage régulier': [{ formCode: 'immersion', readiness: 'regular', months: [5, 6], romes: ['I1604'] }],
  'Garage partant': [{ formCode: 'immersion', readiness: 'willing', romes: ['I1606'] }],
  'Garage en juillet': [{ formCode: 'immersion', readiness: 'tried', months: [7], romes: ['I1604'] }],
  'Garage à explorer': [{ formCode: 'immersion', readiness: 'to_explore' }],
  'Garage qui refuse': [{ formCode: 'immersion', readiness: 'refused', romes: ['I1604'] }],
  // Each half in another form: never both of one engagement.
  'Garage à moitié': [{ formCode: 'immersion', readiness: 'willing', months: [1] }, { formCode: 'stage', readiness: 'regular', months: [5], romes: ['I1604'] }],
};

beforeAll(async () => {
  ml = await missionLocale();
  const names = [...Object.keys(said), 'Garage muet'];
  const ids = await partners(ml, names.map((name) => ({ name })));
  for (const [i, name] of names.entries()) for (const one of said[name] ?? []) await ml.as('officer').do(setEngagement, { partnershipId: ids[i]!, ...one });
}, 60_000);

const shown = async (address: string) => named(await ml.as('officer').do(listPartners, readFilters(new URLSearchParams(address)).filters)).map((name) => name.replace('Garage ', '')).sort();

describe('« Accepte »', () => {
  test.each([
    ['forme=immersion', ['en juillet', 'partant', 'régulier', 'à moitié']],
    ['forme=immersion&niveau=to_explore', ['en juillet', 'partant', 'régulier', 'à explorer', 'à moitié']],
    ['forme=immersion&niveau=tried', ['en juillet', 'régulier']],
    ['forme=immersion&niveau=regular', ['régulier']],
    ['forme=immersion&mois=5', ['partant', 'régulier']],
    ['forme=immersion&metier=I16', ['en juillet', 'partant', 'régulier']],
    ['forme=immersion&mois=5&metier=i1604', ['régulier']],
    ['mois=5&metier=I1604', ['régulier', 'à moitié']],
    ['forme=immersion&forme=stage&niveau=regular&mois=5', ['régulier', 'à moitié']],
    ['forme=immersion&metier=K', []],
  ])('%s', async (address, expected) => {
    expect(await shown(address)).toEqual(expected);
    const region = await regionalReader().do(listPartners, readFilters(new URLSearchParams(address)).filters);
    expect(region.total).toBe(expected.length);
  });

  test('le compte de chaque forme est ce qu’elle montrerait', async () => {
    const asked = { ...noFilters, mois: 5, niveau: 'tried' as const };
    const counts = (await ml.as('officer').do(countFacets, asked)).forme;
    expect(counts).toEqual({ immersion: 1, stage: 1 });
    for (const [forme, count] of Object.entries(counts)) expect((await ml.as('officer').do(listPartners, { ...asked, forme: [forme] })).total).toBe(count);
    expect((await ml.as('officer').do(countFacets, asked)).etape).toEqual({ prospect: 2 });
  });

  test('un métier qui n’en est pas un se dit, et une liste vide propose d’élargir', async () => {
    expect(readFilters(new URLSearchParams('metier=garage')).notices).toEqual(['Le métier n’a pas été compris : donnez un code ROME ou son début, comme I16.']);
    const ways = await ml.as('officer').do(waysOut, await ml.as('officer').do(listPartners, { q: 'garage', metier: 'K' }));
    expect(ways.map(({ label, count }) => [label, count])).toEqual([['quelle que soit la forme acceptée', 7]]);
  });
});

test('les fenêtres des engagements tiennent le mur d’elles-mêmes', async () => {
  const seen = (db: Db) => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM search.engagement_of_agency UNION ALL SELECT count(*)::int FROM search.engagement_of_region`;
  const all = Object.values(said).flat().length;
  expect(await ml.as('officer').run(({ db }) => seen(db))).toEqual([{ n: all }, { n: 0 }]);
  expect(await (await missionLocale()).as('officer').run(({ db }) => seen(db))).toEqual([{ n: 0 }, { n: 0 }]);
  expect(await regionalReader().run(({ db }) => seen(db))).toEqual([{ n: 0 }, { n: all }]);
  expect(await regionalReader('11').run(({ db }) => seen(db))).toEqual([{ n: 0 }, { n: 0 }]);
  expect(await asSystem('a test looks without any agency nor region', seen)).toEqual([{ n: 0 }, { n: 0 }]);
});
