import type { OfferState } from './offer.lifecycle';

/** How an agency looks at its offers: what waits for somebody first. */
export const managedGroups = [
  { code: 'ouvertes', label: 'Ouvertes', states: ['published', 'paused'] },
  { code: 'a-publier', label: 'À publier', states: ['draft', 'submitted'] },
  { code: 'fermees', label: 'Fermées', states: ['filled', 'expired', 'withdrawn'] },
  { code: 'archivees', label: 'Archivées', states: ['archived'] },
  { code: 'a-situer', label: 'Position à vérifier', states: ['draft', 'submitted', 'published', 'paused'], isToPlace: true },
] as const satisfies readonly { code: string; label: string; states: readonly OfferState[]; /** Only those whose own address the address service could not place surely. */ isToPlace?: true }[];

export const managedPerPage = 50;

export type ManagedGroup = (typeof managedGroups)[number];
/** What is asked of the database for a group. */
export const managedPageOf = (group: ManagedGroup) => ({ states: group.states, isToPlace: 'isToPlace' in group });

/** The group that an address names; the first when it names none. */
export const managedGroupOf = (code: string | null) => managedGroups.find((group) => group.code === code) ?? managedGroups[0];

/** How many offers there are of each state, and how many whose position is to be checked. */
export type ManagedCounts = Partial<Record<OfferState | 'toPlace', number>>;

/** The groups with how many offers each holds; positions to check only where there are some, or where one looks at them. */
export const countedGroups = (counts: ManagedCounts, chosen?: string) =>
  managedGroups
    .map((group) => ({ code: group.code, label: group.label, isToPlace: 'isToPlace' in group, count: 'isToPlace' in group ? (counts.toPlace ?? 0) : group.states.reduce((sum, state) => sum + (counts[state] ?? 0), 0) }))
    .filter(({ code, isToPlace, count }) => !isToPlace || count > 0 || code === chosen)
    .map(({ code, label, count }) => ({ code, label, count }));
