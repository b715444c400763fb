import { expect, test } from 'vitest';
import { readZone, writtenZone, zonePieces, type ZonePlaces } from './zone';

const places: ZonePlaces = {
  departements: [{ code: '65', name: 'Hautes-Pyrénées' }, { code: '2A', name: 'Corse-du-Sud' }, { code: '974', name: 'La Réunion' }],
  regions: [{ code: '76', name: 'Occitanie' }, { code: '04', name: 'La Réunion' }],
  communes: [
    { code: '65440', name: 'Tarbes', postcodes: ['65000'], departementCode: '65' },
    { code: '65286', name: 'Lourdes', postcodes: ['65100'], departementCode: '65' },
    { code: '65100', name: 'Bours', postcodes: ['65460'], departementCode: '65' },
    { code: '65388', name: 'Saint-Martin', postcodes: ['65360'], departementCode: '65' },
    { code: '32389', name: 'Saint-Martin', postcodes: ['32300'], departementCode: '32' },
  ],
};

test.each([
  ['Tarbes', ['65440']],
  ['tarbes (65440)', ['65440']],
  ['65000', ['65440']],
  ['65100', ['65286']], // what people type is a postcode; the INSEE code of Bours is another's postcode
  ['Bours (65100)', ['65100']],
  ['65440', ['65440']],
  ['65', ['d65']],
  ['2a', ['d2A']],
  ['Hautes Pyrenees', ['d65']],
  ['Occitanie', ['r76']],
  ['Occitanie (région 76)', ['r76']],
  ['La Réunion', ['d974']],
  ['St-Martin (65)', ['65388']],
  ['INSEE 65999', ['65999']],
])('« %s »', (typed, zones) => expect(readZone(typed, places)).toEqual({ ok: true, zones }));

test.each([
  ['Saint-Martin', /Plusieurs communes.*« Saint-Martin \(65\) »/],
  ['Atlantide', /ni une commune/],
  ['Lourdes (65440)', /ni une commune/],
  ['99', /ni une commune/],
])('« %s » se refuse avec une phrase', (typed, sentence) => expect(readZone(typed, places)).toMatchObject({ ok: false, reason: expect.stringMatching(sentence) as string }));

test('ce que le formulaire écrit se relit tel quel, même un code que la liste ne connaît pas', () => {
  const written = [
    { zone: '65100', name: 'Bours' }, { zone: '65388', name: 'Saint-Martin' }, { zone: 'd65', name: 'Hautes-Pyrénées' }, { zone: 'd974', name: 'La Réunion' },
    { zone: 'r04', name: 'La Réunion' }, { zone: 'r76', name: 'Occitanie' }, { zone: '65999', name: null }, { zone: 'r99', name: null },
  ];
  const pieces = zonePieces(written.map(writtenZone).join(', '));
  expect(pieces.map((piece) => readZone(piece, places))).toEqual(written.map(({ zone }) => ({ ok: true, zones: [zone] })));
});
