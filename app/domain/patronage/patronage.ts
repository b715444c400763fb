import type { PatronageKind } from '#prisma';

export type { PatronageKind };

/** What a patron gives, in the order in which it is shown. */
export const patronageKinds = {
  money: { label: 'Argent', says: 'un don en euros' },
  goods: { label: 'Matériel', says: 'des biens : ordinateurs, vêtements, locaux prêtés…' },
  skills: { label: 'Compétences', says: 'le temps de ses salariés' },
} as const satisfies Record<PatronageKind, { label: string; says: string }>;

export const patronageKindNames = Object.keys(patronageKinds) as PatronageKind[];

/** Where a gift stands: promised until it is received; then its tax receipt is sent. */
export const patronageStates = {
  promised: { label: 'Promis', tone: 'wait' },
  received: { label: 'Reçu', tone: 'ok' },
  receipted: { label: 'Reçu fiscal remis', tone: 'ok' },
} as const;
export type PatronageState = keyof typeof patronageStates;

export function patronageState({ receivedOn, receiptOn }: { receivedOn: string | null; receiptOn: string | null }): PatronageState {
  if (receiptOn) return 'receipted';
  return receivedOn ? 'received' : 'promised';
}

/** A gift as the screens read it; days are `YYYY-MM-DD`, the amount is text. */
export type Gift = {
  id: string; kind: PatronageKind; year: number; amount: string | null; purpose: string | null; contactId: string | null; contact: string | null; promisedOn: string | null; receivedOn: string | null;
  receiptOn: string | null; receiptNumber: string | null; renewalOn: string | null; comment: string | null; version: number;
};

/** The fields of a gift with their labels, in the order in which they are read. */
export const patronageFields = [
  { field: 'kind', label: 'Nature' },
  { field: 'year', label: 'Année' },
  { field: 'amount', label: 'Montant' },
  { field: 'purpose', label: 'Pour quoi' },
  { field: 'promisedOn', label: 'Promis le' },
  { field: 'receivedOn', label: 'Reçu le' },
  { field: 'receiptOn', label: 'Reçu fiscal remis le' },
  { field: 'receiptNumber', label: 'Numéro du reçu fiscal' },
  { field: 'renewalOn', label: 'À reproposer le' },
  { field: 'comment', label: 'Commentaire' },
] as const;

/** What is wrong with the days of a gift, as the field and its sentence. `today` is `YYYY-MM-DD`. */
export function wrongDays({ promisedOn, receivedOn, receiptOn }: Pick<Gift, 'promisedOn' | 'receivedOn' | 'receiptOn'>, today: string): { field: 'promisedOn' | 'receivedOn' | 'receiptOn'; sentence: string } | null {
  if (promisedOn && promisedOn > today) return { field: 'promisedOn', sentence: 'Cette date est dans le futur.' };
  if (receivedOn && receivedOn > today) return { field: 'receivedOn', sentence: 'Cette date est dans le futur : laissez vide tant que rien n’est reçu.' };
  if (receiptOn && receiptOn > today) return { field: 'receiptOn', sentence: 'Cette date est dans le futur : laissez vide tant que le reçu n’est pas remis.' };
  if (receivedOn && promisedOn && receivedOn < promisedOn) return { field: 'receivedOn', sentence: 'C’est avant la promesse : vérifiez les deux dates.' };
  if (receiptOn && !receivedOn) return { field: 'receivedOn', sentence: 'Un reçu fiscal est remis : indiquez aussi quand le don a été reçu.' };
  if (receiptOn && receivedOn && receiptOn < receivedOn) return { field: 'receiptOn', sentence: 'C’est avant la réception du don : vérifiez les deux dates.' };
  return null;
}
