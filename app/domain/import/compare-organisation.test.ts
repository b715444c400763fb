import { describe, expect, test } from 'vitest';
import { decide, questionsAbout, streetKey } from './compare-organisation';
import type { ImportedFacts } from './imported-facts';
import type { KnownOrganisation } from './known-organisation';
import { matchOrganisation, indexKnown } from './match-organisation';

const ids = { kinds: new Map([['autre', 'k0'], ['siae_aci', 'k1'], ['siae_ei', 'k2'], ['club local', 'k9']]), kindLabels: new Map<string, string>(), tags: new Map([['forum', 't1']]) };

const given = (facts: Partial<ImportedFacts> = {}): ImportedFacts => ({
  name: 'Atelier du Pic', originalName: null, nameKey: 'atelier pic', brandName: null, acronym: null, siret: null, nafCode: null, legalForm: null, hasYouthLabel: false, description: null, phone: null, otherPhones: [],
  email: null, website: null, openingHours: null, addressLine: null, addressExtra: null, postcode: null, cedex: null, communeCode: '65440', communeName: 'Tarbes', departementCode: '65', latitude: null,
  longitude: null, placePrecision: null, kinds: [], localKinds: [], kindHint: null, themes: [], tags: [], contacts: [], externalId: null, partnerSince: null, ...facts,
});
const known = (facts: Partial<KnownOrganisation> = {}): KnownOrganisation => {
  const { originalName: _o, kinds: _k, localKinds: _l, kindHint: _h, themes: _t, tags: _ta, contacts: _c, externalId: _e, partnerSince: _p, ...columns } = given();
  const partnership = { id: 'p1', stage: 'active', externalId: null, kindIds: [], themes: [], tagIds: [], contacts: [] };
  return { ...columns, organisationId: 'o1', factSources: {}, kindId: 'k0', partnership, ...facts };
};
const outcome = (facts: Partial<ImportedFacts>, record: Partial<KnownOrganisation>) => {
  const questions = questionsAbout(given(facts), [], known(record));
  const { outcome: what, set } = decide(given(facts), questions, known(record), ids);
  return { what, set, asked: questions.map(({ field }) => field) };
};

describe('ce qui est vide se remplit, ce qui diffère se demande', () => {
  test.each([
    ['rien de neuf', {}, {}, { what: 'unchanged', set: {}, asked: [] }],
    ['un téléphone manquait', { phone: '+33536491208' }, {}, { what: 'complete', set: { phone: '+33536491208', otherPhones: [] }, asked: [] }],
    ['un second numéro du même lieu', { phone: '+33536491208', otherPhones: ['+33639980012'] }, { phone: '+33536491208' }, { what: 'complete', set: { otherPhones: ['+33639980012'] }, asked: [] }],
    ['un tout autre numéro', { phone: '+33639980012' }, { phone: '+33536491208' }, { what: 'unchanged', set: {}, asked: ['phone'] }],
    ['la rue manquait', { addressLine: '1 rue Haute', postcode: '65000' }, {}, { what: 'complete', set: { addressLine: '1 rue Haute', postcode: '65000' }, asked: [] }],
    ['la même rue, abrégée', { addressLine: '12, av. du Gal Leclerc' }, { addressLine: '12 avenue du Général Leclerc' }, { what: 'unchanged', set: {}, asked: [] }],
    ['une autre rue', { addressLine: '3 rue Basse' }, { addressLine: '1 rue Haute' }, { what: 'unchanged', set: {}, asked: ['address'] }],
    ['le fichier sait le point exact', { latitude: 43.2, longitude: 0.07, placePrecision: 'exact' }, { latitude: 43.23, longitude: 0.08, placePrecision: 'commune' }, { what: 'complete', set: { latitude: 43.2, longitude: 0.07, placePrecision: 'exact' }, asked: [] }],
    ['l’organisation a écrit elle-même son téléphone', { phone: '+33639980012' }, { phone: '+33536491208', factSources: { phone: { source: 'organisation', at: '2026-01-01' } } }, { what: 'unchanged', set: {}, asked: [] }],
    ['le label manquait', { hasYouthLabel: true }, {}, { what: 'complete', set: { hasYouthLabel: true }, asked: [] }],
    ['un fichier sans label n’enlève rien', {}, { hasYouthLabel: true }, { what: 'unchanged', set: {}, asked: [] }],
    ['le label des deux côtés', { hasYouthLabel: true }, { hasYouthLabel: true }, { what: 'unchanged', set: {}, asked: [] }],
    ['le même site, écrit autrement', { website: 'http://www.pic.example/' }, { website: 'https://pic.example' }, { what: 'unchanged', set: {}, asked: [] }],
  ] as const)('%s', (_name, facts, record, expected) => {
    expect(outcome(facts as Partial<ImportedFacts>, record as Partial<KnownOrganisation>)).toEqual(expected);
  });
});

test('la première typologie est celle de la fiche, les autres et celles de l’agence vont avec la relation', () => {
  const facts = given({ kinds: ['siae_aci', 'siae_ei'], localKinds: ['Club local', 'inconnue'] });
  expect(decide(facts, [], null, ids).kindIds).toEqual(['k2', 'k9']);
  expect(decide(facts, [], known({ kindId: 'k1', partnership: { ...known().partnership!, kindIds: ['k2', 'k9'] } }), ids).outcome).toBe('unchanged');
});

describe('sans SIRET, la même organisation', () => {
  const match = (facts: Partial<ImportedFacts>, records: KnownOrganisation[]) => matchOrganisation(given(facts), indexKnown(records)).known?.organisationId ?? null;
  test.each([
    ['même nom, même commune', {}, [known()], 'o1'],
    ['même nom, autre commune', { communeCode: '65286' }, [known()], null],
    ['même nom, deux rues connues et différentes', { addressLine: '1 rue Haute' }, [known({ addressLine: '9 quai Bas' })], null],
    ['la nôtre avant celle du réseau', {}, [known({ organisationId: 'o2', siret: '1', partnership: null }), known()], 'o1'],
    ['deux inconnues de même nom : aucune', {}, [known({ organisationId: 'o2', siret: '1', partnership: null }), known({ organisationId: 'o3', siret: '2', partnership: null })], null],
    ['un SIRET inconnu complète la nôtre qui n’en avait pas', { siret: '3' }, [known()], 'o1'],
    ['un autre SIRET est un autre établissement', { siret: '3' }, [known({ siret: '4' })], null],
    ['sans commune dans le fichier, seulement la nôtre', { communeCode: null }, [known({ partnership: null, siret: '1' })], null],
  ] as const)('%s', (_name, facts, records, expected) => {
    expect(match(facts as Partial<ImportedFacts>, [...records] as KnownOrganisation[])).toBe(expected);
  });
});

test('une rue se compare sans ses abréviations', () => {
  expect(streetKey('12, Bd. St-Michel')).toBe(streetKey('12 boulevard Saint Michel'));
  expect(streetKey('12 rue Haute')).not.toBe(streetKey('14 rue Haute'));
});
