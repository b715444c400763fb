import type { Stage } from '~/domain/partnership/partnership.lifecycle';

/** An organisation around a partner, as the register tells it, and what we live with it when it is ours. */
export type Relative = {
  id: string;
  parentId: string | null;
  name: string;
  siret: string | null;
  commune: string | null;
  departementCode: string | null;
  isClosed: boolean;
  /** In the tree, or an establishment of the same company (SIREN) that hangs elsewhere or nowhere. */
  link: 'tree' | 'siren';
  /** Steps below the top of the tree. */
  level: number;
  /** The partner whose family it is. */
  isMember: boolean;
  /** The network's kind says federation: told of the top alone. */
  isFederation: boolean;
  /** Our partnership, or those of the agencies of our region. */
  partnerships: { id: string; stage: Stage; agency: string }[];
};

export type Branch = Relative & { children: Branch[] };

/** The tree from its top; what hangs on something that is not told hangs on the top. Null when there is nobody but the partner. */
export function treeOf(relatives: readonly Relative[]): Branch | null {
  const branches = new Map(relatives.filter(({ link }) => link === 'tree').map((one) => [one.id, { ...one, children: [] as Branch[] }]));
  const top = [...branches.values()].sort((a, b) => a.level - b.level)[0];
  if (!top || branches.size < 2) return null;
  for (const branch of branches.values()) if (branch !== top) (branches.get(branch.parentId ?? '') ?? top).children.push(branch);
  for (const { children } of branches.values()) children.sort(inReadingOrder);
  return top;
}

/** What we work with first, then what has establishments below it, then by name. */
const inReadingOrder = (a: Branch, b: Branch) => Number(isOurs(b)) - Number(isOurs(a)) || Number(b.children.length > 0) - Number(a.children.length > 0) || a.name.localeCompare(b.name, 'fr');

export const isOurs = ({ partnerships }: Pick<Relative, 'partnerships'>) => partnerships.length > 0;

/** Is this branch, or one below it, the partner or one of ours? Then it is shown open. */
export const leadsToOurs = (branch: Branch): boolean => branch.isMember || isOurs(branch) || branch.children.some(leadsToOurs);

export type Kin = {
  parent: Relative | null;
  /** Ours that hang on the same parent, and ours that hang on the partner. */
  siblings: Relative[];
  children: Relative[];
  /** Ours of the same company (SIREN) that are not in the tree. */
  sameCompany: Relative[];
  /** Establishments that the register knows around and that are not ours. */
  others: number;
  /** Beyond those told, ours among them: nobody has counted which. */
  untold: number;
  isFederation: boolean;
};

/** What a record says at a glance of the family. `total`: how many there are in all, when only some are told. Null: nobody around. */
export function kinOf(relatives: readonly Relative[], total: number): Kin | null {
  const me = relatives.find(({ isMember }) => isMember);
  if (!me || total < 2) return null;
  const ours = relatives.filter((one) => isOurs(one) && !one.isMember);
  const parent = relatives.find(({ id }) => id === me.parentId) ?? null;
  // Ours are told first: when all that is told is ours, some of the rest may be too.
  const untold = relatives.every((one) => isOurs(one) || one.level < me.level) ? Math.max(0, total - relatives.length) : 0;
  return {
    parent,
    siblings: ours.filter(({ link, parentId }) => link === 'tree' && parent !== null && parentId === parent.id),
    children: ours.filter(({ parentId }) => parentId === me.id),
    sameCompany: ours.filter(({ link }) => link === 'siren'),
    others: total - untold - relatives.filter(isOurs).length - (parent && !isOurs(parent) ? 1 : 0),
    untold,
    isFederation: relatives.some((one) => one.isFederation),
  };
}
