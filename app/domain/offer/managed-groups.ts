import type { OfferState } from './offer.lifecycle';

/** How an agency looks at its offers: what waits for somebody first. */
export const managedGroups = [
  { code: 'ouvertes', label: 'Ouvertes', states: ['published', 'paused'] },
  { code: 'a-publier', label: 'À publier', states: ['draft', 'submitted'] },
  { code: 'fermees', label: 'Fermées', states: ['filled', 'expired', 'withdrawn'] },
  { code: 'archivees', label: 'Archivées', states: ['archived'] },
] as const satisfies readonly { code: string; label: string; states: readonly OfferState[] }[];

export const managedPerPage = 50;

/** The group that an address names; the first when it names none. */
export const managedGroupOf = (code: string | null) => managedGroups.find((group) => group.code === code) ?? managedGroups[0];

/** The groups with how many offers each holds. */
export const countedGroups = (counts: Partial<Record<OfferState, number>>) => managedGroups.map(({ code, label, states }) => ({ code, label, count: states.reduce((sum, state) => sum + (counts[state] ?? 0), 0) }));
