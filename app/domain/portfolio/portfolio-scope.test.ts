import { expect, test } from 'vitest';
import { readScope, saysWhichPart, wholePortfolio, writeScope } from './portfolio-scope';

const read = (address: string) => readScope(new URLSearchParams(address)).scope;

test('sans « partie », c’est tout le portefeuille, quoi que disent les autres champs', () => {
  expect(read('quoi=tout&departement=65')).toEqual(wholePortfolio);
  expect(read('departement=65')).toEqual(wholePortfolio);
  expect(writeScope(wholePortfolio).toString()).toBe('');
});

test('une partie se relit telle qu’elle s’est écrite', () => {
  const site = '0193a5b2-0000-7000-8000-000000000001';
  const scope = read(`quoi=partie&departement=65&departement=32&commune=65440&rayon=20&etape=active&thematique=emploi&site=${site}&q=oublie&miens=oui`);
  expect(scope).toMatchObject({ isAll: false, siteId: site, filters: { departement: ['65', '32'], commune: '65440', rayon: 20, etape: ['active'], thematique: ['emploi'], q: '', miens: false } });
  expect(readScope(writeScope(scope)).scope).toEqual(scope);
});

test('une partie sans critère ne dit rien ; ni les archives ni un rayon seul n’en sont un', () => {
  for (const address of ['quoi=partie', 'quoi=partie&etape=archived', 'quoi=partie&rayon=20', 'quoi=partie&site=inconnu']) expect([address, saysWhichPart(read(address))]).toEqual([address, false]);
  for (const address of ['quoi=partie&etape=active', 'quoi=partie&communeText=Tarbes', 'quoi=partie&departement=65']) expect([address, saysWhichPart(read(address))]).toEqual([address, true]);
});
