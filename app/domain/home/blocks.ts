import { may, type Permission, type Role } from '~/access/permissions';

/** What the home page of an agency can show: its title, who may, and the column it stands in (wide lists, narrow figures). */
export const homeBlocks = {
  figures: { title: 'Chiffres', needs: 'partner.read', column: 'wide' },
  tasks: { title: 'À faire', needs: 'task.read', column: 'wide' },
  team: { title: 'Tâches de l’équipe', needs: 'task.read', column: 'wide' },
  news: { title: 'Nouvelles de mon portefeuille', needs: 'exchange.read', column: 'wide' },
  quiet: { title: 'Sans nouvelles depuis longtemps', needs: 'exchange.read', column: 'wide' },
  offers: { title: 'Offres nouvelles pour mes recherches', needs: 'offer.keep', column: 'wide' },
  changes: { title: 'Derniers changements', needs: 'partner.read', column: 'wide' },
  agreements: { title: 'Conventions qui se terminent', needs: 'agreement.read', column: 'narrow' },
  patronage: { title: 'Mécénat à reproposer', needs: 'patronage.read', column: 'narrow' },
  stages: { title: 'Partenaires par étape', needs: 'partner.read', column: 'narrow' },
  imports: { title: 'Imports en cours', needs: 'import.run', column: 'narrow' },
} as const satisfies Record<string, { title: string; needs: Permission; column: 'wide' | 'narrow' }>;

export type HomeBlock = keyof typeof homeBlocks;
export const homeBlockNames = Object.keys(homeBlocks) as [HomeBlock, ...HomeBlock[]];

/** What each role finds until they choose. */
const usual: Partial<Record<Role, readonly HomeBlock[]>> = {
  officer: ['figures', 'tasks', 'news', 'quiet', 'agreements', 'patronage', 'stages', 'imports'],
  counsellor: ['tasks', 'offers', 'figures', 'changes', 'stages'],
  manager: ['figures', 'team', 'tasks', 'changes', 'agreements', 'patronage', 'stages', 'imports'],
  admin: ['figures', 'tasks', 'team', 'changes', 'imports', 'agreements', 'stages'],
};

export const usualBlocks = (role: Role): HomeBlock[] => [...(usual[role] ?? [])];

/** The blocks that a person chose, in their order, or the usual ones; never one that the role may not read. */
export function shownBlocks(role: Role, chosen: unknown): HomeBlock[] {
  const known = Array.isArray(chosen) ? [...new Set(chosen)].filter((name): name is HomeBlock => homeBlockNames.includes(name as HomeBlock)) : usualBlocks(role);
  return known.filter((name) => may(role, homeBlocks[name].needs));
}

/** Those that could be added. */
export const hiddenBlocks = (role: Role, shown: readonly HomeBlock[]): HomeBlock[] => homeBlockNames.filter((name) => !shown.includes(name) && may(role, homeBlocks[name].needs));

export const arrangeVerbs = ['up', 'down', 'hide', 'show'] as const;
export type ArrangeVerb = (typeof arrangeVerbs)[number];

/** The blocks once one of them is moved within its column, hidden, or added at the end. */
export function arranged(shown: readonly HomeBlock[], name: HomeBlock, verb: ArrangeVerb): HomeBlock[] {
  const others = shown.filter((one) => one !== name);
  if (verb === 'hide') return others;
  if (verb === 'show') return [...others, name];
  const sameColumn = shown.filter((one) => homeBlocks[one].column === homeBlocks[name].column);
  const neighbour = sameColumn[sameColumn.indexOf(name) + (verb === 'up' ? -1 : 1)];
  if (!neighbour || !shown.includes(name)) return [...shown];
  return shown.map((one) => (one === name ? neighbour : one === neighbour ? name : one));
}
