import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinOf, leadsToOurs, treeOf, type Branch, type Relative } from './family';

const one = (id: string, parentId: string | null, level: number, more: Partial<Relative> = {}): Relative => ({
  id, parentId, name: id, siret: null, commune: null, departementCode: null, isClosed: false, link: 'tree', level, isMember: false, isFederation: false, partnerships: [], ...more,
});
const ours = { partnerships: [{ id: 'p', stage: 'active' as const, agency: 'Ici' }] };
const group = [
  one('siège', null, 0), one('région', 'siège', 1), one('magasin', 'région', 2, { ...ours, isMember: true }), one('dépôt', 'région', 2, ours),
  one('ailleurs', 'siège', 1), one('vitrine', 'ailleurs', 2), one('frère de SIREN', null, 0, { ...ours, link: 'siren' }),
];
const namesOf = ({ name, children }: Branch): unknown => (children.length > 0 ? [name, ...children.map(namesOf)] : name);

describe('l’arbre', () => {
  test('part du sommet, les nôtres d’abord, et ne retient que ce qui y est rattaché', () => {
    expect(namesOf(treeOf(group)!)).toEqual(['siège', ['ailleurs', 'vitrine'], ['région', 'dépôt', 'magasin']]);
  });

  test('rattache au sommet ce dont le lien n’est pas dit ; seul, il n’y a pas d’arbre', () => {
    expect(namesOf(treeOf([one('a', 'caché', 0), one('b', 'inconnu', 2)])!)).toEqual(['a', 'b']);
    expect([treeOf([]), treeOf([one('a', null, 0)])]).toEqual([null, null]);
  });

  test('garde chacun une fois, dans quelque ordre qu’on les donne', () => {
    const anyTree = fc.array(fc.nat(), { minLength: 2, maxLength: 30 }).map((above) => above.reduce<Relative[]>((all, n, i) => {
      const parent = i === 0 ? null : all[n % i]!;
      return [...all, one(String(i), parent?.id ?? null, parent ? parent.level + 1 : 0)];
    }, []));
    const idsOf = ({ id, children }: Branch): string[] => [id, ...children.flatMap(idsOf)];
    fc.assert(fc.property(anyTree.chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length })), (rows) => {
      expect(idsOf(treeOf(rows)!).sort()).toEqual(rows.map(({ id }) => id).sort());
    }));
  });

  test('s’ouvre sur ce qui mène aux nôtres', () => {
    const [other, region] = treeOf(group)!.children;
    expect([leadsToOurs(region!), leadsToOurs(other!)]).toEqual([true, false]);
  });
});

describe('la parenté d’une fiche', () => {
  test('dit le groupe, les frères et les rattachés qui sont à nous, et compte les autres', () => {
    const kin = kinOf(group, 40)!;
    expect([kin.parent?.name, kin.siblings.map(({ name }) => name), kin.children, kin.sameCompany.map(({ name }) => name), kin.others]).toEqual(['région', ['dépôt'], [], ['frère de SIREN'], 36]);
  });

  test('est nulle quand il n’y a personne autour', () => {
    expect([kinOf([], 0), kinOf([one('a', null, 0, { isMember: true, ...ours })], 1)]).toEqual([null, null]);
  });
});
