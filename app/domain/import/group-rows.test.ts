import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganisationFacts, ReadRow } from './facts';
import { groupRows } from './group-rows';

type Accepted = Extract<ReadRow, { ok: true }>;

const blank: OrganisationFacts = {
  siret: null, siren: null, name: 'Le Relais', originalName: null, brandName: null, acronym: null, kinds: [], unknownKinds: [], themes: [], nafCode: null, legalForm: null, hasYouthLabel: false, description: null,
  address: { line: null, complement: null, postcode: '65000', cedex: null, communeCode: '65440', communeName: 'Tarbes', departementCode: '65' },
  place: null, phones: [], emails: [], website: null, openingHours: null, contacts: [], partnerSince: null, tags: [], externalId: null,
};

function rows(...many: (Partial<Omit<OrganisationFacts, 'address'>> & { line?: string })[]): Accepted[] {
  return many.map(({ line, ...facts }, i) => ({ ok: true, line: i + 2, originals: {}, notes: [], facts: { ...blank, ...facts, address: { ...blank.address, line: line ?? null } } }));
}

const siret = '41071771400035';
const lines = (list: Accepted[]) => groupRows(list).map((organisation) => organisation.lines);

describe('quelles lignes font une organisation', () => {
  test('le même SIRET, quels que soient le nom et l’adresse', () => {
    expect(lines(rows({ siret, name: 'A', line: '1 rue X' }, { siret: '34356040500023' }, { siret, name: 'B', line: '2 rue Y' }))).toEqual([[2, 4], [3]]);
  });

  test('sans SIRET, le même nom dans la même commune', () => {
    expect(lines(rows({ name: 'ASSOC LE RELAIS' }, { name: 'Le Relais' }, { name: 'Le Relais 2' }))).toEqual([[2, 3], [4]]);
  });

  test('deux rues différentes sont deux lieux, la même rue écrite autrement n’en est qu’un', () => {
    expect(lines(rows({ line: '1 rue Joliot-Curie' }, { line: '9 rue Voltaire' }, { line: '1, R. JOLIOT CURIE' }))).toEqual([[2, 4], [3]]);
  });

  test('une ligne sans rue rejoint le seul lieu de ce nom, mais ne choisit pas entre deux', () => {
    expect(lines(rows({}, { line: '9 rue Voltaire' }))).toEqual([[2, 3]]);
    expect(lines(rows({}, { line: '9 rue Voltaire' }, { line: '1 rue Curie' }))).toEqual([[2], [3], [4]]);
  });

  test('une ligne sans SIRET rejoint celle qui en a un, si rien ne s’y oppose', () => {
    expect(lines(rows({}, { siret, line: '9 rue Voltaire' }))).toEqual([[2, 3]]);
    expect(lines(rows({ line: '1 rue Curie' }, { siret, line: '9 rue Voltaire' }))).toEqual([[2], [3]]);
  });

  test('aucune ligne ne se perd ni ne se double, dans aucun ordre', () => {
    const one = fc.record({ name: fc.constantFrom('A', 'B', 'C'), siret: fc.constantFrom(null, siret, '34356040500023'), line: fc.constantFrom('', '1 rue X', '2 rue Y') });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (many) => {
        const grouped = groupRows(rows(...many));
        expect(grouped.flatMap((organisation) => organisation.lines).sort((a, b) => a - b)).toEqual(many.map((_, i) => i + 2));
        expect(new Set(grouped.map(({ key }) => key)).size).toBe(grouped.length);
      }),
    );
  });
});

describe('ce que deviennent des lignes qui diffèrent', () => {
  const merged = (...many: Parameters<typeof rows>) => groupRows(rows(...many.map((one) => ({ siret, ...one }))))[0]!;

  test('typologies, téléphones, courriels, étiquettes et horaires s’unissent sans question', () => {
    const { facts, questions } = merged(
      { kinds: ['siae_aci'], phones: [{ number: '+33536491208' }], emails: ['a@a.example'], tags: ['Mécène'], openingHours: { days: { mon: [['09:00', '12:00']] } } },
      { kinds: ['siae_ei', 'siae_aci'], phones: [{ number: '+33536491208' }, { number: '+33639980012' }], emails: ['b@a.example'], tags: ['mécène'], openingHours: { days: { mon: [['14:00', '17:00']] } } },
    );
    expect(facts).toMatchObject({
      kinds: ['siae_aci', 'siae_ei'],
      phones: [{ number: '+33536491208' }, { number: '+33639980012' }],
      emails: ['a@a.example', 'b@a.example'],
      tags: ['Mécène'],
      openingHours: { days: { mon: [['09:00', '12:00'], ['14:00', '17:00']] } },
    });
    expect(questions).toEqual([]);
  });

  test('un nom coupé cède à l’entier ; deux noms différents font une question, le plus fréquent par défaut', () => {
    expect(merged({ name: 'Envie' }, { name: 'Envie 44' })).toMatchObject({ facts: { name: 'Envie 44' }, questions: [] });
    expect(merged({ name: 'Alpha' }, { name: 'Bêta' }, { name: 'Bêta' })).toMatchObject({
      facts: { name: 'Bêta' },
      questions: [{ field: 'name', values: [{ value: 'Alpha', lines: [2] }, { value: 'Bêta', lines: [3, 4] }], chosen: 1 }],
    });
  });

  test('adresse, site et code NAF qui diffèrent font une question, l’écriture seule n’en fait pas', () => {
    expect(merged({ line: '1 rue X', nafCode: '78.20Z', website: 'https://a.example' }, { line: '2 rue Y', nafCode: '94.99Z', website: 'https://A.example' }).questions.map(({ field }) => field)).toEqual(['address', 'nafCode']);
  });

  test('le vide ne contredit rien', () => {
    expect(merged({ website: null, nafCode: '78.20Z' }, { website: 'https://a.example' })).toMatchObject({ facts: { website: 'https://a.example', nafCode: '78.20Z' }, questions: [] });
  });

  test('le lieu suit l’adresse, la première date de partenariat est la bonne, une personne n’est là qu’une fois', () => {
    const place = (latitude: number) => ({ latitude, longitude: 0.07, precision: 'given' as const });
    const person = { name: 'Camille Martin', function: null, phones: [], emails: [] };
    const { facts, questions } = merged(
      { place: place(43.2), partnerSince: '2020-01-01', contacts: [person] },
      { place: place(43.2001), partnerSince: '2018-05-01', contacts: [{ ...person, name: 'CAMILLE MARTIN', emails: ['c@a.example'] }, { ...person, name: 'Dominique Petit' }] },
    );
    expect(facts).toMatchObject({ place: place(43.2), partnerSince: '2018-05-01', contacts: [{ name: 'Camille Martin', emails: ['c@a.example'] }, { name: 'Dominique Petit' }] });
    expect(questions).toEqual([]);
    expect(merged({ place: place(43.2) }, { place: place(43.9) }).questions.map(({ field }) => field)).toEqual(['place']);
  });
});
