import type { Permission } from '~/access/permissions';

/**
 * The life of a partnership, once: the buttons of the record, the command, the tests and the documentation read this table.
 * Ending asks for a reason; archiving hides from lists and keeps everything; both can come back.
 */
export const stages = {
  prospect: { label: 'Prospect', says: 'repéré, pas encore approché', tone: 'neutral', next: { contact: 'contacted', build: 'building', activate: 'active', end: 'ended', archive: 'archived' } },
  contacted: { label: 'Contacté', says: 'un premier échange a eu lieu', tone: 'wait', next: { build: 'building', activate: 'active', end: 'ended', archive: 'archived' } },
  building: { label: 'En construction', says: 'on convient de ce que l’on fera ensemble', tone: 'wait', next: { activate: 'active', end: 'ended', archive: 'archived' } },
  active: { label: 'Actif', says: 'on travaille ensemble', tone: 'ok', next: { sleep: 'dormant', end: 'ended', archive: 'archived' } },
  dormant: { label: 'En veille', says: 'rien en ce moment, on garde le lien', tone: 'sleep', next: { wake: 'active', end: 'ended', archive: 'archived' } },
  ended: { label: 'Terminé', says: 'le partenariat a pris fin', tone: 'stop', next: { reactivate: 'active', archive: 'archived' } },
  archived: { label: 'Archivé', says: 'absent des listes, rien n’est perdu', tone: 'stop', next: { restore: 'before', reactivate: 'active' } },
} as const satisfies Record<string, { label: string; says: string; tone: 'ok' | 'wait' | 'stop' | 'sleep' | 'neutral'; next: Record<string, string> }>;

export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as Stage[];

export const verbs = {
  contact: { label: 'Noter un premier contact', done: 'est maintenant contacté', permission: 'partnership.move' },
  build: { label: 'Construire le partenariat', done: 'est maintenant en construction', permission: 'partnership.move' },
  activate: { label: 'Rendre actif', done: 'est maintenant actif', permission: 'partnership.move' },
  sleep: { label: 'Mettre en veille', done: 'est en veille', permission: 'partnership.move' },
  wake: { label: 'Réveiller', done: 'est de nouveau actif', permission: 'partnership.move' },
  end: { label: 'Terminer', done: 'est terminé', permission: 'partnership.move' },
  reactivate: { label: 'Reprendre le partenariat', done: 'est de nouveau actif', permission: 'partnership.move' },
  archive: { label: 'Archiver', done: 'est archivé', permission: 'partnership.archive' },
  restore: { label: 'Sortir des archives', done: 'est sorti des archives', permission: 'partnership.archive' },
} as const satisfies Record<string, { label: string; done: string; permission: Permission }>;

export type Verb = keyof typeof verbs;
export const verbNames = Object.keys(verbs) as Verb[];

export type Standing = { stage: Stage; stageBeforeArchive: Stage | null };

/** The stage that a verb leads to, or null when it cannot be done from here. */
export function nextStage({ stage, stageBeforeArchive }: Standing, verb: Verb): Stage | null {
  const next: Partial<Record<Verb, Stage | 'before'>> = stages[stage].next;
  const to = next[verb];
  if (to === undefined) return null;
  return to === 'before' ? (stageBeforeArchive ?? 'prospect') : to;
}

/** What can be done from a stage, in the order of the table. */
export const verbsFrom = (stage: Stage): Verb[] => Object.keys(stages[stage].next) as Verb[];
