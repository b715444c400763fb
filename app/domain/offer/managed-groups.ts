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
