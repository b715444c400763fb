import { describe, expect, test } from 'vitest';
import { createCommuneLookup } from './commune-lookup';
import { communesFromEtalab } from './communes-from-etalab';
import { isOneLetterAway, readCommuneName } from './commune-name';

const record = (code: string, nom: string, codesPostaux: string[], extra: object = {}) => ({ code, nom, codesPostaux, population: 1000, type: 'commune-actuelle', ...extra });

const communes = communesFromEtalab(
  [
    record('65440', 'Tarbes', ['65000'], { population: 43000 }),
    record('01033', 'Valserhône', ['01200'], { anciensCodes: ['01126', '01018'] }),
    record('01018', 'Bellegarde-sur-Valserine', [], { type: 'commune-deleguee', chefLieu: '01033' }),
    record('01374', 'Saint-Maurice-de-Beynost', ['01700']),
    record('01249', 'Miribel', ['01700'], { population: 9000 }),
    record('13055', 'Marseille', ['13001', '13015'], { population: 880000 }),
    record('13215', 'Marseille 15e Arrondissement', ['13015'], { type: 'arrondissement-municipal', commune: '13055' }),
    record('93066', 'Saint-Denis', ['93200'], { population: 110000 }),
    record('97411', 'Saint-Denis', ['97400'], { population: 150000 }),
    record('77379', 'Provins', ['77160']),
    record('2A004', 'Ajaccio', ['20000'], { population: 70000 }),
    record('45030', 'Beaune-la-Rolande', ['45340']),
    record('45031', 'Auxy', ['45340']),
    record('29103', 'La Martyre', ['29800']),
    record('13096', 'Saintes-Maries-de-la-Mer', ['13460']),
    record('58062', 'Château-Chinon (Ville)', ['58120'], { population: 2000 }),
  ],
  new Map([['65440', { latitude: 43.2329, longitude: 0.0781 }]]),
);
const lookup = createCommuneLookup(communes);

const nameOf = (question: Parameters<typeof lookup.find>[0]) => {
  const answer = lookup.find(question);
  return answer.ok ? `${answer.commune.name} (${answer.commune.code}) ${answer.how}` : answer.reason;
};

describe('trouver la commune', () => {
  test.each([
    [{ communeCode: '65440' }, 'Tarbes (65440) code'],
    [{ communeCode: '1033' }, 'Valserhône (01033) code'],
    [{ communeCode: '2a004' }, 'Ajaccio (2A004) code'],
    [{ name: 'ST MAURICE DE BEYNOST', postcode: '01700' }, 'Saint-Maurice-de-Beynost (01374) name-and-postcode'],
    [{ name: 'St-Maurice-de-Beynost', postcode: '01700' }, 'Saint-Maurice-de-Beynost (01374) name-and-postcode'],
    [{ name: 'TARBES CEDEX 9', postcode: '65013' }, 'Tarbes (65440) name-and-departement'],
    [{ name: 'MARSEILLE 15', postcode: '13015' }, 'Marseille (13055) name-and-postcode'],
    [{ name: 'Marseille 15e arrondissement', postcode: '13015' }, 'Marseille (13055) name-and-postcode'],
    [{ name: 'MARSEILLE CEDEX 02' }, 'Marseille (13055) name'],
    [{ name: 'ST DENIS', postcode: '97400' }, 'Saint-Denis (97411) name-and-postcode'],
    [{ name: 'ST DENIS', departement: '93' }, 'Saint-Denis (93066) name-and-departement'],
    [{ name: 'Stes Maries de la Mer', postcode: '13460' }, 'Saintes-Maries-de-la-Mer (13096) name-and-postcode'],
    [{ name: 'Martyre (La)', postcode: '29800' }, 'La Martyre (29103) name-and-postcode'],
    [{ name: 'TARBE', postcode: '65000' }, 'Tarbes (65440) typo'],
    [{ name: 'Auxy 45340', postcode: '45340' }, 'Auxy (45031) name-and-postcode'],
    [{ name: 'Beaune', postcode: '45340' }, 'Beaune-la-Rolande (45030) typo'],
    [{ name: 'CHATEAU CHINON', postcode: '58120' }, 'Château-Chinon (Ville) (58062) name-and-postcode'],
    [{ postcode: '65000' }, 'Tarbes (65440) postcode'],
    [{ name: 'Zone industrielle', postcode: '65000' }, 'Tarbes (65440) postcode'],
    [{ name: 'Provins' }, 'Provins (77379) name'],
  ])('%j → %s', (question, expected) => {
    expect(nameOf(question)).toBe(expected);
  });

  test.each([
    [{ name: 'Saint-Denis' }, /plusieurs portent ce nom/],
    [{ name: 'Atlantis', postcode: '01700' }, /n’existe pas avec le code postal/],
    [{ name: 'Atlantis', postcode: '01999' }, /qui est inconnu/],
    [{ postcode: '45340' }, /Plusieurs communes ont le code postal/],
    [{ postcode: '77999' }, /Aucune commune n’a le code postal/],
    [{ communeCode: '99999' }, /Le code de commune « 99999 » n’existe pas/],
    [{}, /n’est pas indiquée/],
    [{ name: 'Tarbes', postcode: '97400' }, /n’existe pas avec le code postal|devenue/],
  ])('%j est refusé avec une raison', (question, reason) => {
    const answer = lookup.find(question);
    if (answer.ok) expect(answer.warnings.join()).toMatch(/inconnue/);
    else expect(answer.reason).toMatch(reason);
  });

  test('une commune fusionnée donne celle d’aujourd’hui, et le dit', () => {
    for (const question of [{ name: 'BELLEGARDE SUR VALSERINE', postcode: '01200' }, { communeCode: '01018' }]) {
      expect(lookup.find(question)).toMatchObject({
        ok: true,
        commune: { code: '01033' },
        former: { name: 'Bellegarde-sur-Valserine' },
        warnings: ['La commune « Bellegarde-sur-Valserine » est devenue « Valserhône ».'],
      });
    }
    expect(lookup.find({ communeCode: '01126' })).toMatchObject({ ok: true, commune: { code: '01033' }, warnings: [] });
  });

  test('un nom et un code postal d’accord l’emportent sur un code de commune qui dit autre chose', () => {
    expect(lookup.find({ communeCode: '77379', name: 'Tarbes', postcode: '65000' })).toMatchObject({ commune: { code: '65440' }, warnings: [expect.stringMatching(/le nom et le code postal ont été suivis/)] });
    expect(lookup.find({ communeCode: '77379', name: 'Tarbes' })).toMatchObject({ commune: { code: '77379' }, warnings: [expect.stringMatching(/le code a été suivi/)] });
  });

  test('les coordonnées viennent avec la commune quand on les a', () => {
    expect(lookup.byCode('65440')).toMatchObject({ latitude: 43.2329, departementCode: '65' });
    expect(lookup.byCode('2A004')).toMatchObject({ latitude: null, departementCode: '2A' });
  });
});

test('la clé d’un nom de commune pardonne l’écriture, pas le sens', () => {
  const key = (name: string) => readCommuneName(name).key;
  expect(key("L'Haÿ-les-Roses")).toBe(key('L HAY LES ROSES'));
  expect(key('Chalon s/ Saône')).toBe(key('CHALON-SUR-SAONE'));
  expect(key('Le Pré-Saint-Gervais')).toBe(key('PRE ST GERVAIS'));
  expect(key('Vœuil-et-Giget')).toBe(key('VOEUIL ET GIGET'));
  expect(key('Châlons-en-Champagne')).not.toBe(key('CHALON SUR SAONE'));
  expect(readCommuneName('PARIS 08')).toEqual({ key: 'paris', arrondissement: 8 });
  expect(key('Les')).not.toBe('');
});

test('une lettre en plus, en moins, changée ou échangée est une faute de frappe', () => {
  expect([isOneLetterAway('tarbes', 'tarbe'), isOneLetterAway('tarbes', 'tarbas'), isOneLetterAway('tarbes', 'trabes'), isOneLetterAway('tarbes', 'tarbes')]).toEqual([true, true, true, true]);
  expect([isOneLetterAway('tarbes', 'tarb'), isOneLetterAway('tarbes', 'tirbas')]).toEqual([false, false]);
});
