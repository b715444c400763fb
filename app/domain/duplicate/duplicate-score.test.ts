import { describe, expect, test } from 'vitest';
import { scoreDuplicate, type Comparable, type SharedReach } from './duplicate-score';

const nothing: SharedReach = { phone: false, mail: false, domain: null };
const partner = (facts: Partial<Comparable>): Comparable => ({
  siret: null, name: 'Garage du Pic', brandName: null, acronym: null, originalName: null, addressLine: null, postcode: '65000', communeCode: '65440', communeName: 'Tarbes', departementCode: '65', position: null, kinds: ['association'], ...facts,
});
const score = (one: Partial<Comparable>, other: Partial<Comparable>, shared: Partial<SharedReach> = {}) => scoreDuplicate(partner(one), partner(other), { ...nothing, ...shared });
const said = ({ reasons }: ReturnType<typeof score>) => reasons.map(({ side, text }) => `${side === 'for' ? '+' : '−'} ${text}`);

const siren = '490000001';
const [siret, siretToo, otherSiret] = [`${siren}00017`, `${siren}00025`, '49000000200015'];

describe('sure', () => {
  test('one name, one commune, and a SIRET that one of them lacks', () => {
    const found = score({ siret, name: 'SARL Garage du Pic', addressLine: '12 rue des Pyrénées' }, { name: 'Garage du pic' });
    expect(found).toMatchObject({ score: 80, level: 'sure' });
    expect(said(found)).toEqual(['+ Même nom', '+ Même commune', '+ Un SIRET manque : rien ne dit que ce sont deux établissements']);
  });
  test('two SIRETs of one SIREN at one address, however the street is written', () => {
    expect(score({ siret, name: 'Association Top Services', addressLine: '9 boulevard des Frères Lumière' }, { siret: siretToo, name: 'TOP SERVICES', addressLine: '9, bd Frères Lumière - CS 60500' })).toMatchObject({ score: 100, level: 'sure' });
  });
  test('the initials and the name in full', () => {
    expect(score({ siret, name: 'Aider pour Générer Insertion et Réussite', addressLine: '34 rue Carnot' }, { siret: siretToo, name: 'Association AGIR', addressLine: '34 rue Lazare Carnot' }).level).toBe('sure');
    expect(score({ name: 'MFR de Tarbes', addressLine: '3 rue du Moulin' }, { name: 'Maison familiale rurale', addressLine: '3 rue du Moulin' }, { phone: true }).level).toBe('sure');
  });
  test('a name with its commune, and without', () => {
    expect(score({ name: 'Ressourcerie solidaire de Tarbes' }, { name: 'Ressourcerie solidaire' })).toMatchObject({ score: 77, level: 'probable' });
    expect(score({ name: 'Ressourcerie solidaire de Tarbes' }, { name: 'Ressourcerie solidaire' }, { phone: true })).toMatchObject({ level: 'sure' });
  });
});

describe('probable', () => {
  test('a letter apart in one commune', () => expect(score({ name: 'Boulangerie Martin' }, { name: 'Boulangrie Martins' })).toMatchObject({ score: 65, level: 'probable' }));
  test('one name at one address, but two SIREN: a person looks', () => {
    const found = score({ siret, name: 'Relais 65', addressLine: '20 avenue Foch' }, { siret: otherSiret, name: 'Association Relais 65', addressLine: '20 avenue Foch' });
    expect(found).toMatchObject({ score: 60, level: 'probable' });
    expect(said(found)).toContain('− Deux numéros SIREN : deux personnes morales, parfois d’un même ensemble');
  });
});

describe('possible at most', () => {
  test('two establishments of one company in one commune', () => expect(score({ siret, addressLine: '1 rue du Pic' }, { siret: siretToo, addressLine: '7 rue de Vendée' }, { mail: true })).toMatchObject({ score: 55, level: 'possible' }));
  test('two numbers of one street', () => {
    const found = score({ addressLine: '13 rue de la Verrerie' }, { addressLine: '15 rue de la Verrerie' });
    expect(found).toMatchObject({ score: 50, level: 'possible' });
    expect(said(found)).toContain('− Numéros différents dans la rue');
  });
  test('strangers who share a telephone and a mailbox in one house', () => expect(score({ name: 'Chorale des deux rives', addressLine: '2 place Verdun' }, { name: 'Football club', addressLine: '2 place Verdun' }, { phone: true, mail: true })).toMatchObject({ score: 59, level: 'possible' }));
  test('one name at one address, but the law has two structures: an AI and the ETTI beside it', () => {
    const found = score({ siret, kinds: ['siae_ai'], name: 'Laser 65', addressLine: '20 avenue Foch' }, { siret: otherSiret, kinds: ['siae_etti'], name: 'Laser 65', addressLine: '20 avenue Foch' }, { mail: true });
    expect(found).toMatchObject({ score: 59, level: 'possible' });
    expect(said(found)).toContain('− Deux mesures d’insertion : AI, ETTI');
    expect(score({ siret, kinds: ['siae_ai'], addressLine: '20 avenue Foch' }, { siret: siretToo, kinds: ['siae_aci'], addressLine: '20 avenue Foch' }).level).toBe('sure');
  });
  test('one name, nobody knows where', () => expect(score({ name: 'Chantiers du Pic' }, { name: 'Chantiers du Pic', communeCode: null, postcode: null, departementCode: null }).level).toBe('possible'));
});

describe('nothing', () => {
  test('a chain in two communes, whatever they share', () => expect(score({ name: 'Coup de main' }, { name: 'Coup de main', communeCode: '65286', communeName: 'Lourdes', postcode: '65100' }, { domain: 'coupdemain.example' }).level).toBeNull());
  test('two establishments of one company in two communes', () => expect(score({ siret }, { siret: siretToo, communeCode: '65286', communeName: 'Lourdes', postcode: '65100' }, { mail: true, phone: true }).level).toBeNull());
  test('one word that changes says which: a town, a measure, a number', () => {
    expect(score({ name: 'Restos du cœur relais de Lourdes' }, { name: 'Restos du cœur relais de Bagnères' }).level).toBeNull();
    expect(score({ name: 'Réel ACI', addressLine: '2 rue Lavoisier', siret }, { name: 'Réel AI', addressLine: '2 rue Lavoisier', siret: otherSiret }).level).toBeNull();
    expect(said(score({ name: 'École maternelle Jules Verne 1' }, { name: 'École maternelle Jules Verne 2' }))).toContain('− Un mot change dans le nom : « 1 » et « 2 »');
  });
  test('shops of one brand under two companies', () => expect(score({ siret, name: 'SAS Distri Nord', brandName: 'Grand Panier' }, { siret: otherSiret, name: 'Établissements Durand', brandName: 'Grand Panier' }).level).toBeNull());
  test('one building, two tenants', () => expect(score({ name: 'Cabinet Aure', addressLine: '5 rue Foch' }, { name: 'Studio Néouvielle', addressLine: '5 rue Foch' }).level).toBeNull());
});

test('the order of the two changes nothing, and the score stays between 0 and 100', () => {
  const names = ['Garage du Pic', 'SARL Garage Pic', 'Pic', 'Restos du cœur Tarbes', 'Réel AI', '🚗'];
  for (const a of names) for (const b of names) for (const shared of [nothing, { phone: true, mail: true, domain: 'x.example' }]) {
    const [there, back] = [scoreDuplicate(partner({ name: a, siret }), partner({ name: b, addressLine: '3 rue Foch' }), shared), scoreDuplicate(partner({ name: b, addressLine: '3 rue Foch' }), partner({ name: a, siret }), shared)];
    expect([back.score, back.level]).toEqual([there.score, there.level]);
    expect(there.score).toBeGreaterThanOrEqual(0);
    expect(there.score).toBeLessThanOrEqual(100);
  }
});
