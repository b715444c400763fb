import type { Permission } from '~/access/permissions';
import type { AgreementState } from '#prisma';

export type { AgreementState };

/**
 * The life of an agreement, once: buttons, command, tests and documentation read this table. `expire` is done each night by
 * the system, never by a person.
 */
export const agreementStates = {
  draft: { label: 'En préparation', says: 'on l’écrit', tone: 'neutral', next: { send: 'awaitingSignatures', sign: 'active' } },
  awaitingSignatures: { label: 'À signer', says: 'il manque au moins une signature', tone: 'wait', next: { sign: 'active', recall: 'draft' } },
  active: { label: 'En cours', says: 'signée par tous', tone: 'ok', next: { end: 'ended', expire: 'expired' } },
  expired: { label: 'Échue', says: 'sa date de fin est passée', tone: 'stop', next: { resume: 'active' } },
  ended: { label: 'Terminée', says: 'arrêtée avant sa fin', tone: 'stop', next: { resume: 'active' } },
} as const satisfies Record<AgreementState, { label: string; says: string; tone: 'ok' | 'wait' | 'stop' | 'neutral'; next: Record<string, AgreementState> }>;

export const agreementStateNames = Object.keys(agreementStates) as AgreementState[];

export const agreementVerbs = {
  send: { label: 'Envoyer à signer', done: 'attend ses signatures', permission: 'agreement.write' },
  recall: { label: 'Reprendre la préparation', done: 'est de nouveau en préparation', permission: 'agreement.write' },
  sign: { label: 'Noter qu’elle est signée', done: 'est en cours', permission: 'agreement.sign' },
  end: { label: 'Arrêter avant la fin', done: 'est terminée', permission: 'agreement.sign' },
  resume: { label: 'Remettre en cours', done: 'est de nouveau en cours', permission: 'agreement.sign' },
  expire: { label: 'Échoir', done: 'est échue', permission: null },
} as const satisfies Record<string, { label: string; done: string; permission: Permission | null }>;

export type AgreementVerb = keyof typeof agreementVerbs;
export const agreementVerbNames = Object.keys(agreementVerbs) as AgreementVerb[];
/** What a person may ask for. */
export const personVerbs = agreementVerbNames.filter((verb): verb is Exclude<AgreementVerb, 'expire'> => verb !== 'expire');

/** The state that a verb leads to, or null when it cannot be done from here. */
export function nextAgreementState(state: AgreementState, verb: AgreementVerb): AgreementState | null {
  const next: Partial<Record<AgreementVerb, AgreementState>> = agreementStates[state].next;
  return next[verb] ?? null;
}

/** What can be done from a state, in the order of the table. */
export const agreementVerbsFrom = (state: AgreementState): AgreementVerb[] => Object.keys(agreementStates[state].next) as AgreementVerb[];

/** Why a verb cannot be done yet, in a sentence; null when it can. Days are `YYYY-MM-DD`. */
export function whyNotYet({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }, verb: AgreementVerb, today: string): string | null {
  if (verb === 'sign' && !startsOn) return 'Indiquez d’abord quand elle commence.';
  if (verb === 'resume' && endsOn && endsOn < today) return 'Sa date de fin est passée : changez-la d’abord, ou renouvelez la convention.';
  return null;
}

/** The state of an agreement that is written down: one that is over already is expired at once, without waiting for the night. */
export function stateAtFirst(state: 'draft' | 'awaitingSignatures' | 'active', endsOn: string | null, today: string): AgreementState {
  return state === 'active' && endsOn !== null && endsOn < today ? 'expired' : state;
}
