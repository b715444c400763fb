import { describe, expect, test } from 'vitest';
import { createCommuneLookup } from '~/domain/place/commune-lookup';
import { communesFromEtalab } from '~/domain/place/communes-from-etalab';
import type { ReadRow } from './facts';
import type { ImportField } from './fields';
import { readRow } from './read-row';

const record = (code: string, nom: string, codesPostaux: string[], extra: object = {}) => ({ code, nom, codesPostaux, population: 1000, type: 'commune-actuelle', ...extra });
const communes = createCommuneLookup(
  communesFromEtalab(
    [
      record('65440', 'Tarbes', ['65000']),
      record('01004', 'Ambérieu-en-Bugey', ['01500']),
      record('01033', 'Valserhône', ['01200']),
      record('01018', 'Bellegarde-sur-Valserine', [], { type: 'commune-deleguee', chefLieu: '01033' }),
      record('97411', 'Saint-Denis', ['97400']),
    ],
    new Map([['65440', { latitude: 43.2329, longitude: 0.0781 }]]),
  ),
);

type Cells = Partial<Record<ImportField, string>>;

function read(cells: Cells): ReadRow {
  const entries = Object.entries(cells) as [ImportField, string][];
  const mapping = entries.map(([field], column) => ({ column, header: field, field }));
  return readRow({ line: 7, cells: entries.map(([, value]) => value) }, { mapping, communes, today: '2025-06-30' });
}

function factsOf(cells: Cells) {
  const row = read({ name: 'Le Relais', ...cells });
  if (!row.ok) throw new Error(row.refused.map(({ reason }) => reason).join(' '));
  return row.facts;
}

const refusalOf = (cells: Cells) => {
  const row = read(cells);
  return row.ok ? [] : row.refused.map(({ field, reason }) => `${field} : ${reason}`);
};
const notesOf = (cells: Cells) => {
  const row = read({ name: 'Le Relais', ...cells });
  return row.ok ? row.notes.map(({ field, text }) => `${field} : ${text}`) : [];
};

test('une ligne entière devient les faits d’une organisation', () => {
  const facts = factsOf({
    siret: '410 717 714 00035',
    name: "AINTERIM'AIR",
    kind: 'ETTI',
    theme: 'Emploi / Mobilité',
    addressNumber: '62',
    addressLine: 'Avenue DU GEN SARRAIL',
    addressComplement: 'Bâtiment B',
    postcode: '1500',
    commune: 'AMBERIEU EN BUGEY CEDEX',
    phone: '536491208 / 06 39 98 00 12',
    email: 'Contact@a.example; contact@a.example',
    website: 'www.a.example',
    nafCode: '7820Z',
    legalForm: 'SARL coopérative',
    contactName: 'Camille Martin',
    contactFunction: 'Direction',
    contactPhone: '05 36 49 00 01',
    contactEmail: 'camille@a.example',
    openingHours: 'Du lundi au vendredi 9h-12h',
    tags: 'mécène ; parrainage',
    externalId: 'P-12',
    partnerSince: '12/03/2019',
    description: 'Deux\nlignes',
  });
  expect(facts).toEqual({
    siret: '41071771400035',
    siren: '410717714',
    name: "Ainterim'Air",
    originalName: "AINTERIM'AIR",
    brandName: null,
    acronym: null,
    kinds: ['siae_etti'],
    unknownKinds: [],
    themes: ['emploi', 'mobilite'],
    nafCode: '78.20Z',
    legalForm: 'SARL coopérative',
    hasYouthLabel: false,
    description: 'Deux\nlignes',
    address: { line: '62 avenue du Général Sarrail', complement: 'Bâtiment B', postcode: '01500', cedex: 'CEDEX', communeCode: '01004', communeName: 'Ambérieu-en-Bugey', departementCode: '01' },
    place: null,
    phones: [{ number: '+33536491208' }, { number: '+33639980012' }],
    emails: ['contact@a.example'],
    website: 'https://www.a.example',
    openingHours: { days: { mon: [['09:00', '12:00']], tue: [['09:00', '12:00']], wed: [['09:00', '12:00']], thu: [['09:00', '12:00']], fri: [['09:00', '12:00']] } },
    contacts: [{ name: 'Camille Martin', function: 'Direction', phones: [{ number: '+33536490001' }], emails: ['camille@a.example'] }],
    partnerSince: '2019-03-12',
    tags: ['mécène', 'parrainage'],
    externalId: 'P-12',
  });
});

test('le label est lu de sa colonne ou parmi les étiquettes, dont il sort', () => {
  expect(factsOf({ hasYouthLabel: 'Oui' }).hasYouthLabel).toBe(true);
  expect(factsOf({ hasYouthLabel: 'non' }).hasYouthLabel).toBe(false);
  expect(factsOf({ tags: 'Forum ; Je m\'engage pour la jeunesse' })).toMatchObject({ hasYouthLabel: true, tags: ['Forum'] });
  expect(notesOf({ hasYouthLabel: 'peut-être' }).join()).toMatch(/hasYouthLabel : « peut-être » ne dit ni oui ni non/);
});

describe('une ligne est refusée, avec chaque raison', () => {
  test.each<[string, Cells, RegExp]>([
    ['SIRET à quinze chiffres', { name: 'A', siret: '410717714000351' }, /siret : .*15 chiffres au lieu de 14/],
    ['SIRET arrondi par le tableur', { name: 'A', siret: '4,10718E+13' }, /siret : Le tableur a arrondi/],
    ['clé de SIRET fausse', { name: 'A', siret: '41071771400036' }, /siret : .*sa clé ne correspond pas/],
    ['code postal inconnu', { name: 'A', postcode: '01999', commune: 'Nulle-Part' }, /commune : .*qui est inconnu/],
    ['code postal qui n’en est pas un', { name: 'A', postcode: '650' }, /postcode : .*pas 5 chiffres/],
    ['commune inconnue', { name: 'A', commune: 'Atlantis' }, /commune : .*est inconnue/],
    ['date dans le futur', { name: 'A', partnerSince: '01/01/2031' }, /partnerSince : .*dans le futur/],
    ['date impossible', { name: 'A', partnerSince: '31/02/2020' }, /partnerSince : .*n’existe pas/],
    ['dix mille caractères dans un nom', { name: 'A'.repeat(10_000) }, /name : Le nom a 10.000 caractères : 250 au plus/],
    ['nom vide', { name: ' \t ', siret: '41071771400035' }, /name : Le nom est vide/],
    ['nom fait de signes', { name: '🌱🌱' }, /name : .*ni lettre ni chiffre/],
  ])('%s', (_, cells, reason) => {
    expect(refusalOf(cells).join('\n')).toMatch(reason);
  });

  test('toutes les raisons sont dites en une fois, et les valeurs d’origine gardées', () => {
    const row = read({ name: '', siret: '123', postcode: '9' });
    expect(row.ok ? [] : row.refused.map(({ field }) => field)).toEqual(['siret', 'name', 'postcode']);
    expect(row.originals).toEqual({ siret: '123', postcode: '9' });
  });

  test('un refus du tableau lui-même est repris', () => {
    const row = readRow({ line: 3, cells: ['A'], refusal: 'Cette ligne répète les titres des colonnes.' }, { mapping: [{ column: 0, header: 'Nom', field: 'name' }], communes, today: '2025-06-30' });
    expect(row).toMatchObject({ ok: false, line: 3, refused: [{ reason: 'Cette ligne répète les titres des colonnes.' }] });
  });
});

describe('ce qui ne sert qu’à joindre est laissé de côté, avec un mot', () => {
  test.each<[string, Cells, RegExp]>([
    ['téléphone coupé', { phone: '069' }, /phone : .*trop court.*pas repris/],
    ['courriel faux', { email: 'contact(at)a.example' }, /email : .*il manque le signe @/],
    ['site dangereux', { website: 'javascript:alert(1)' }, /website : .*n’est pas une adresse de site/],
    ['coordonnées nulles', { latitude: '0', longitude: '0' }, /latitude : .*ne désignent aucun lieu/],
    ['coordonnées échangées', { latitude: '0,0781', longitude: '43,2329' }, /latitude : .*étaient échangées/],
    ['NAF inconnu', { nafCode: 'boulangerie' }, /nafCode : .*n’est pas un code NAF/],
    ['typologie inconnue', { kind: 'zorglub' }, /kind : Typologie inconnue : « zorglub »/],
    ['thématique inconnue', { theme: 'zorglub' }, /theme : Thématique inconnue/],
    ['commune fusionnée', { postcode: '01200', commune: 'BELLEGARDE SUR VALSERINE' }, /commune : .*est devenue « Valserhône »/],
    ['ni code postal ni commune', {}, /commune : Ni code postal ni commune/],
    ['zéro de tête perdu', { postcode: '1500', commune: 'Ambérieu-en-Bugey' }, /postcode : Le tableur avait enlevé le zéro/],
  ])('%s', (_, cells, note) => {
    expect(read({ name: 'Le Relais', ...cells }).ok).toBe(true);
    expect(notesOf(cells).join('\n')).toMatch(note);
  });

  test('une typologie inconnue est rendue pour que l’agence l’ajoute', () => {
    expect(factsOf({ kind: 'Start-up' }).unknownKinds).toEqual(['Start-up']);
  });
});

describe('adresses', () => {
  test('un lieu inconnu est accepté quand ses coordonnées sont données', () => {
    expect(factsOf({ postcode: '20218', commune: 'PONTE-LECCIA', latitude: '42,467', longitude: '9,208' })).toMatchObject({
      place: { latitude: 42.467, longitude: 9.208, precision: 'given' },
      address: { communeCode: null, communeName: 'Ponte-Leccia', postcode: '20218', departementCode: '2B' },
    });
  });

  test('sans coordonnées, le centre de la commune, et il le dit', () => {
    expect(factsOf({ commune: 'Tarbes' })).toMatchObject({ place: { precision: 'commune', latitude: 43.2329 }, address: { postcode: '65000', departementCode: '65' } });
  });

  test.each<[Cells, object]>([
    [{ addressLine: '12 rue des Lilas 65000 Tarbes' }, { line: '12 rue des Lilas', postcode: '65000', communeCode: '65440' }],
    [{ addressLine: '12 rue des Lilas', commune: '65000 TARBES' }, { line: '12 rue des Lilas', postcode: '65000', communeCode: '65440' }],
    [{ postcode: '65000 TARBES' }, { postcode: '65000', communeCode: '65440' }],
    [{ postcode: '65013', commune: 'TARBES CEDEX 9' }, { postcode: '65013', cedex: 'CEDEX 09', communeCode: '65440' }],
    [{ addressNumber: '0012', addressStreetType: 'AV', addressLine: 'JEAN JAURES', commune: 'Tarbes' }, { line: '12 avenue Jean Jaurès' }],
    [{ postcode: '97400', commune: 'ST DENIS', phone: '0262 90 12 34' }, { departementCode: '974', communeCode: '97411' }],
  ])('%j', (cells, address) => {
    expect(factsOf(cells).address).toMatchObject(address);
  });
});

test('arabe, hébreu et emoji sont gardés ; les octets nuls et caractères invisibles s’en vont', () => {
  expect(factsOf({ name: 'جمعية الأمل 🌱' }).name).toBe('جمعية الأمل 🌱');
  expect(factsOf({ name: 'עמותת\u200B תקווה' }).name).toBe('עמותת תקווה');
  expect(factsOf({ name: 'Le\u0000 Relais\uFEFF' }).name).toBe('Le Relais');
});

test('les cellules qui disent « rien » ne disent rien', () => {
  expect(factsOf({ brandName: '-', phone: 'néant', email: 'N/A', website: '#N/A', siret: '-', description: 'non renseigné', contactName: '?' })).toMatchObject({
    siret: null, brandName: null, phones: [], emails: [], website: null, description: null, contacts: [],
  });
});

test('le nom d’usage ou le sigle nomment quand le nom manque', () => {
  expect(factsOf({ name: '', brandName: 'LE FOURNIL' })).toMatchObject({ name: 'Le Fournil', brandName: 'Le Fournil' });
  expect(factsOf({ name: '', acronym: 'ADMR' }).name).toBe('ADMR');
});
