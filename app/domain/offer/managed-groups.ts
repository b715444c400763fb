import type { OfferState } from './offer.lifecycle';

/** Of the offers of a group, only those that want something: a word that they are current, a look before they close, a place. */
export type ManagedOnly = 'toConfirm' | 'closingSoon' | 'toPlace';
type Group = { code: string; label: string; states: readonly OfferState[]; only?: ManagedOnly };

/** How an agency looks at its offers: what waits for somebody first. */
export const managedGroups = [
  { code: 'ouvertes', label: 'Ouvertes', states: ['published', 'paused'] },
  { code: 'a-publier', label: 'À publier', states: ['draft', 'submitted'] },
  { code: 'a-confirmer', label: 'À confirmer', states: ['published'], only: 'toConfirm' },
  { code: 'bientot-closes', label: 'Se ferment bientôt', states: ['published'], only: 'closingSoon' },
  { code: 'a-situer', label: 'Position à vérifier', states: ['draft', 'submitted', 'published', 'paused'], only: 'toPlace' },
  { code: 'fermees', label: 'Fermées', states: ['filled', 'expired', 'withdrawn'] },
  { code: 'archivees', label: 'Archivées', states: ['archived'] },
] as const satisfies readonly Group[];

export const managedPerPage = 50;

export type ManagedGroup = (typeof managedGroups)[number];
/** What is asked of the database for a group. */
export const managedPageOf = ({ states, only }: Group) => ({ states, only });

/** The group that an address names; the first when it names none. */
export const managedGroupOf = (code: string | null): ManagedGroup => managedGroups.find((group) => group.code === code) ?? managedGroups[0];

/** How many offers there are of each state, and how many of them want something. */
export type ManagedCounts = Partial<Record<OfferState | ManagedOnly, number>>;

/** The groups with how many offers each holds; those that want something only where there are some, or where one looks at them. */
export const countedGroups = (counts: ManagedCounts, chosen?: string) =>
  managedGroups
    .map(({ code, label, states, only }: Group) => ({ code, label, only, count: only ? (counts[only] ?? 0) : states.reduce((sum, state) => sum + (counts[state] ?? 0), 0) }))
    .filter(({ code, only, count }) => !only || count > 0 || code === chosen)
    .map(({ code, label, count }) => ({ code, label, count }));
