/** What a large group signed for the whole network; days are `YYYY-MM-DD`. Carried by the group, it holds for every establishment below it. */
export type NationalAgreement = {
  id: string;
  title: string;
  startsOn: string | null;
  /** The last day that it covers. */
  endsOn: string | null;
  /** Ended before its time: the first day that it no longer covers. */
  endedOn: string | null;
  forms: { id: string; label: string }[];
  says: string | null;
  link: string | null;
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  version: number;
};

/** Where it stands, read from its days, never stored. `search.agreement_days` says the same to the list. */
export const nationalStates = {
  coming: { label: 'À venir', tone: 'wait' },
  inForce: { label: 'En vigueur', tone: 'ok' },
  over: { label: 'Terminé', tone: 'stop' },
} as const;
export type NationalState = keyof typeof nationalStates;

/** The state on a day: it holds from its first day to its last one, unless it was ended before. */
export function nationalStateOn({ startsOn, endsOn, endedOn }: Pick<NationalAgreement, 'startsOn' | 'endsOn' | 'endedOn'>, day: string): NationalState {
  if ((endsOn !== null && endsOn < day) || (endedOn !== null && endedOn <= day)) return 'over';
  return startsOn !== null && startsOn > day ? 'coming' : 'inForce';
}

/** The fields that a person types, with their labels, in the order in which they are read. */
export const nationalAgreementFields = [
  { field: 'title', label: 'Titre' },
  { field: 'startsOn', label: 'Commence le' },
  { field: 'endsOn', label: 'Se termine le' },
  { field: 'says', label: 'Ce qu’il prévoit' },
  { field: 'link', label: 'Lien' },
  { field: 'contactName', label: 'Contact du groupe' },
  { field: 'contactEmail', label: 'Courriel du contact' },
  { field: 'contactPhone', label: 'Téléphone du contact' },
] as const;
