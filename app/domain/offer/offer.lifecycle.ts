import type { Permission } from '~/access/permissions';
import type { OfferState } from '#prisma';

export type { OfferState };

/**
 * The life of an offer, once: buttons, commands, tests and documentation read this table. `expire` is done by the system, the
 * day after an offer closes. Nothing is lost on the way: an offer that is over is archived, and comes back.
 */
export const offerStates = {
  draft: { label: 'Brouillon', says: 'personne d’autre ne la trouve', tone: 'neutral', next: { publish: 'published', submit: 'submitted', archive: 'archived' } },
  submitted: { label: 'Proposée', says: 'le partenaire attend votre accord', tone: 'wait', next: { publish: 'published', giveBack: 'draft', archive: 'archived' } },
  published: { label: 'Publiée', says: 'on la trouve et on y positionne des jeunes', tone: 'ok', next: { pause: 'paused', fill: 'filled', withdraw: 'withdrawn', expire: 'expired', archive: 'archived' } },
  paused: { label: 'En pause', says: 'elle reviendra, on ne la propose pas en ce moment', tone: 'sleep', next: { publish: 'published', fill: 'filled', withdraw: 'withdrawn', expire: 'expired', archive: 'archived' } },
  filled: { label: 'Pourvue', says: 'il n’y a plus de place', tone: 'stop', next: { publish: 'published', archive: 'archived' } },
  expired: { label: 'Échue', says: 'sa date limite est passée', tone: 'stop', next: { publish: 'published', archive: 'archived' } },
  withdrawn: { label: 'Retirée', says: 'elle n’a plus lieu', tone: 'stop', next: { publish: 'published', archive: 'archived' } },
  archived: { label: 'Archivée', says: 'absente des listes, rien n’est perdu', tone: 'stop', next: { restore: 'before' } },
} as const satisfies Record<OfferState, { label: string; says: string; tone: 'ok' | 'wait' | 'stop' | 'sleep' | 'neutral'; next: Record<string, OfferState | 'before'> }>;

export const offerStateNames = Object.keys(offerStates) as OfferState[];

export const offerVerbs = {
  submit: { label: 'Proposer à l’agence', done: 'est proposée', permission: 'offer.write' },
  publish: { label: 'Publier', done: 'est publiée', permission: 'offer.publish' },
  giveBack: { label: 'Rendre à corriger', done: 'est rendue à son auteur', permission: 'offer.publish' },
  pause: { label: 'Mettre en pause', done: 'est en pause', permission: 'offer.write' },
  fill: { label: 'Noter qu’elle est pourvue', done: 'est pourvue', permission: 'offer.write' },
  withdraw: { label: 'Retirer', done: 'est retirée', permission: 'offer.write' },
  expire: { label: 'Échoir', done: 'est échue', permission: null },
  archive: { label: 'Archiver', done: 'est archivée', permission: 'offer.write' },
  restore: { label: 'Sortir des archives', done: 'est sortie des archives', permission: 'offer.write' },
} as const satisfies Record<string, { label: string; done: string; permission: Permission | null }>;

export type OfferVerb = keyof typeof offerVerbs;
export const offerVerbNames = Object.keys(offerVerbs) as OfferVerb[];

export type OfferStanding = { state: OfferState; stateBeforeArchive: OfferState | null };

/** The state that a verb leads to, or null when it cannot be done from here. */
export function nextOfferState({ state, stateBeforeArchive }: OfferStanding, verb: OfferVerb): OfferState | null {
  const next: Partial<Record<OfferVerb, OfferState | 'before'>> = offerStates[state].next;
  const to = next[verb];
  if (to === undefined) return null;
  return to === 'before' ? backFromArchives(stateBeforeArchive) : to;
}

/** What was published when it was archived comes back in pause: the world has moved on, somebody must look at it first. */
const backFromArchives = (before: OfferState | null): OfferState => (before === null ? 'draft' : before === 'published' ? 'paused' : before);

/** What can be done from a state, in the order of the table. */
export const offerVerbsFrom = (state: OfferState): OfferVerb[] => Object.keys(offerStates[state].next) as OfferVerb[];

export type Unpublishable = { field: 'description' | 'closesOn' | 'endsOn'; sentence: string };

/** Why an offer cannot be published as it stands, or stay so, at the field in fault; null when it can. Days are `YYYY-MM-DD`. */
export function whyNotPublished({ closesOn, endsOn, description }: { closesOn: string | null; endsOn: string | null; description: string | null }, today: string): Unpublishable | null {
  if (!description) return { field: 'description', sentence: 'Décrivez l’offre : c’est ce que lisent les personnes qui conseillent et les jeunes.' };
  if (closesOn !== null && closesOn < today) return { field: 'closesOn', sentence: 'Sa date limite est passée : changez-la, ou renouvelez l’offre.' };
  if (endsOn !== null && endsOn < today) return { field: 'endsOn', sentence: 'Elle est déjà terminée : changez ses dates d’abord.' };
  return null;
}
