import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTrades, tradeLabels } from '~/domain/rome/find-trades.server';
import { loadRome } from '~/domain/rome/load-rome.server';
import { asSystem } from '~/server/db.server';
import { romeSubset } from '../../../prisma/seed/rome-subset';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const official = path.resolve('..', 'shared', 'data');
const linesOf = (file: string) => readFileSync(path.join(official, file), 'utf8').split(/\r?\n/).slice(1).filter(Boolean).map((line) => line.split(';'));

describe('les métiers du premier jour', () => {
  test('sont ceux du répertoire officiel, mot pour mot', () => {
    expect(existsSync(official)).toBe(true);
    const jobs = new Map(linesOf('rome.csv').map(([code, label]) => [code, label]));
    const titles = new Set(linesOf('rome-appellations.csv').map(([, code, label]) => `${code} ${label}`));
    expect(romeSubset.filter(([code, label]) => jobs.get(code) !== label)).toEqual([]);
    expect(romeSubset.flatMap(([code, , names]) => names.map((name) => `${code} ${name}`)).filter((title) => !titles.has(title))).toEqual([]);
    expect(romeSubset.length).toBeGreaterThan(100);
  });

  test.each([
    ['serveuse', 'G1803'], ['serveur', 'G1803'], ['coiffeuse', 'D1202'], ['coif', 'D1202'], ['mécanicienne', 'I1604'], ['aide domicile', 'K1304'], ['boulangères', 'D1102'],
    ['Maçon', 'F1703'], ['cariste', 'N1101'], ['I1606', 'I1606'], ['agent de sécurité', 'K2503'], ['femme de chambre', 'G1501'],
  ])('« %s » trouve %s d’abord', async (typed, code) => {
    const found = await (await missionLocale()).as('counsellor').do(findTrades, typed);
    expect(found.slice(0, 3).map((trade) => trade.code)).toContain(code);
    expect(found.length).toBeLessThanOrEqual(10);
  });

  test.each(['', 'x', '   ', "'; DROP TABLE offer; --", ':* & |', 'zzzzzz'])('« %s » ne trouve rien, sans erreur', async (typed) => {
    expect(await (await missionLocale()).as('counsellor').do(findTrades, typed)).toEqual([]);
  });
});

test('la liste officielle se charge en entier ; la même ne change rien', async () => {
  const jobs = linesOf('rome.csv').map(([code = '', label = '']) => ({ code, label }));
  const titles = linesOf('rome-appellations.csv').map(([, jobCode = '', label = '']) => ({ jobCode, label }));
  const load = () => asSystem('a test loads the trades', (db) => loadRome(db, { jobs, titles }, { isWhole: true }), { timeout: 60_000 });
  const first = await load();
  expect(first.jobs).toBe(532 - romeSubset.length);
  expect(first.titles).toBeGreaterThan(10_000);
  expect(await load()).toEqual({ jobs: 0, titles: 0 });
  const found = await (await missionLocale()).as('counsellor').do(findTrades, 'chocolatière');
  expect(found[0]).toMatchObject({ code: 'D1104', title: expect.stringMatching(/Chocolati/) as string });
  expect(await (await missionLocale()).as('counsellor').run((ctx) => tradeLabels(ctx, ['D1104', 'Z0000']))).toEqual(new Map([['D1104', 'Pâtisserie, confiserie, chocolaterie et glacerie'], ['Z0000', 'Z0000']]));
});
