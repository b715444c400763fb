import { beforeAll, describe, expect, test } from 'vitest';
import { jumpToPartner } from '~/domain/partner/list/jump-to-partner.server';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { addContact, learnWords, named, partners } from './some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
let ml: Agency;
const found = async (q: string) => named(await ml.as('counsellor').do(listPartners, { q }));

beforeAll(async () => {
  ml = await missionLocale();
  await partners(ml, [
    { name: 'Association Les Restaurants du Cœur', postcode: '01000', commune: 'Bourg-en-Bresse', siret: '34356040500023' },
    { name: 'Restaurant Le Phare', postcode: '29200', commune: 'Brest' },
    { name: 'Ainterim’Air', siret: '41071771400035', phone: '01 99 00 12 34', postcode: '01500', commune: 'Ambérieu-en-Bugey' },
    { name: 'Boulangerie Saint-Jean', postcode: '65000', commune: 'Tarbes' },
    { name: 'Station Lavage du Pic', postcode: '65000', commune: 'Tarbes' },
    { name: 'Mission Locale des Neiges', postcode: '65200', commune: 'Bagnères-de-Bigorre' },
    { name: 'Garage Jean', postcode: '65000', commune: 'Tarbes' },
    { name: 'Jeanne d’Albret Services', postcode: '65000', commune: 'Tarbes' },
    { name: 'Jean', postcode: '65000', commune: 'Tarbes' },
  ]);
  await addContact(ml, 'Garage Jean', '06 39 98 00 12');
  await learnWords();
});

describe('la recherche trouve', () => {
  test('les restos du cœur de l’Ain, comme on les dit', async () => {
    expect(await found('restos coeur ain')).toEqual(['Association Les Restaurants du Cœur']);
  });
  test('malgré une faute et des capitales, et le dit', async () => {
    const list = await ml.as('officer').do(listPartners, { q: 'RESTAURENTS DU COEUR' });
    expect(named(list)).toEqual(['Association Les Restaurants du Cœur']);
    expect(list.corrected).toBe('restaurants coeur');
    expect((await ml.as('officer').do(listPartners, { q: 'restaurants du coeur' })).corrected).toBeNull();
  });
  test('ce qui vient d’être ajouté, tel qu’il est écrit, avant que ses mots soient appris', async () => {
    await partners(ml, [{ name: 'Restaurens de Bigorre', postcode: '65000', commune: 'Tarbes' }]);
    const list = await ml.as('officer').do(listPartners, { q: 'restaurens' });
    expect([named(list), list.corrected]).toEqual([['Restaurens de Bigorre'], null]);
  });
  test('un SIRET, avec ou sans espaces, entier ou son début', async () => {
    for (const q of ['41071771400035', '410 717 714 00035', '410717714']) expect(await found(q)).toEqual(['Ainterim’Air']);
  });
  test('un téléphone, de l’organisation ou d’un interlocuteur, entier ou ses derniers chiffres', async () => {
    for (const q of ['01 99 00 12 34', '+33 1 99 00 12 34', '00 12 34']) expect(await found(q)).toEqual(['Ainterim’Air']);
    expect(await found('0639980012')).toEqual(['Garage Jean']);
  });
  test('une commune, un code postal, un département, une abréviation', async () => {
    expect(await found('boulangerie tarbes')).toEqual(['Boulangerie Saint-Jean']);
    expect(await found('01500')).toEqual(['Ainterim’Air']);
    expect(await found('finistere')).toEqual(['Restaurant Le Phare']);
    expect(await found('st jean')).toEqual(['Boulangerie Saint-Jean']);
    expect(await found('ml neiges')).toEqual(['Mission Locale des Neiges']);
  });
  test('par son métier ou son genre, quand le nom n’en dit rien', async () => {
    await partners(ml, [{ name: 'Chez Mauricette', nafCode: '96.02A', postcode: '65100', commune: 'Lourdes' }, { name: 'Les Valoristes', kindCode: 'siae_aci', postcode: '65100', commune: 'Lourdes' }]);
    for (const q of ['coiffeuse lourdes', 'coiffeurs', 'salon de coiffure lourdes']) expect(await found(q), q).toEqual(['Chez Mauricette']);
    expect(await found('siae lourdes')).toEqual(['Les Valoristes']);
  });
  test('le nom exact avant le nom qui commence ainsi, avant les autres', async () => {
    expect(await found('jean')).toEqual(['Jean', 'Jeanne d’Albret Services', 'Garage Jean', 'Boulangerie Saint-Jean']);
  });
  test('rien, plutôt qu’une erreur, pour ce qui ne veut rien dire', async () => {
    for (const q of ['zzzzzz', "' OR 1=1 --", '&|!():*<->', '\\', '%', '99999999999999', 'a'.repeat(2000), '🙂 zzz']) expect(await found(q), q).toBeInstanceOf(Array);
    expect(await found('zzzzzzzz')).toEqual([]);
  });
});

test('la palette va droit à un partenaire par le début de son nom, un mot, un SIRET ou un téléphone', async () => {
  const jump = async (typed: string) => (await ml.as('counsellor').do(jumpToPartner, typed)).map(({ name }) => name);
  expect(await jump('jean')).toEqual(['Jean', 'Jeanne d’Albret Services', 'Garage Jean', 'Boulangerie Saint-Jean']);
  expect(await jump('j')).toEqual(['Jean', 'Jeanne d’Albret Services']);
  for (const typed of ['410717', '01 99 00 12', 'interim']) expect(await jump(typed), typed).toEqual(typed === 'interim' ? [] : ['Ainterim’Air']);
  for (const typed of ['', '  ', '%_', '\u0000', "'; DROP", '🙂', 'a'.repeat(3000)]) expect(await jump(typed)).toBeInstanceOf(Array);
});

test('une région ne trouve pas un partenaire par le téléphone d’un interlocuteur', async () => {
  const region = regionalReader('76');
  expect(named(await region.do(listPartners, { q: '0639980012' }))).toEqual([]);
  expect(named(await region.do(listPartners, { q: '01 99 00 12 34' }))).toEqual(['Ainterim’Air']);
});
