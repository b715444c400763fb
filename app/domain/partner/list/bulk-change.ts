import type { Permission } from '~/access/permissions';
import { verbNames, verbs, type Verb } from '~/domain/partnership/partnership.lifecycle';
import type { BulkChange } from './bulk-change.schema';

/** What can be done to many partners at once, in the words of the buttons, and the right that it asks for. */
export const bulkVerbs = {
  attribuer: { label: 'Attribuer', title: 'Choisir la personne référente', permission: 'partnership.assign' },
  etiqueter: { label: 'Étiquette', title: 'Ajouter ou enlever une étiquette', permission: 'partnership.sort' },
  thematiser: { label: 'Thématique', title: 'Ajouter ou enlever une thématique', permission: 'partnership.sort' },
  typer: { label: 'Typologie', title: 'Ajouter ou enlever une typologie', permission: 'partnership.sort' },
  deplacer: { label: 'Étape', title: 'Changer l’étape', permission: 'partnership.move' },
  lister: { label: 'Ajouter à une liste', title: 'Ajouter à une liste', permission: 'list.save' },
  planifier: { label: 'Tâche', title: 'Une tâche pour chacun', permission: 'task.write' },
  archiver: { label: 'Archiver', title: 'Archiver', permission: 'partnership.archive' },
} as const satisfies Record<string, { label: string; title: string; permission: Permission }>;

export type BulkVerb = keyof typeof bulkVerbs;
export const bulkVerbNames = Object.keys(bulkVerbs) as BulkVerb[];

/** The moves that many may make together. Archiving has its own button; leaving the archives is done one by one. */
export const movesTogether = verbNames.filter((verb): verb is Exclude<Verb, 'archive' | 'restore'> => verb !== 'archive' && verb !== 'restore');
export type MoveTogether = (typeof movesTogether)[number];

/** What a change would do, before it does. */
export type ChangePreview = {
  changing: number;
  /** Left alone: it is so already. */
  already: number;
  /** Not possible, and why. */
  refused: { count: number; why: string }[];
  /** What one should know before going on. */
  notes: string[];
};

/** `Aucun partenaire`, `1 partenaire`, `3 637 partenaires`. */
export const partnersInWords = (count: number) => (count === 0 ? 'Aucun partenaire' : count === 1 ? '1 partenaire' : `${String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')} partenaires`);

/** What was done, for the message that follows. */
export function doneInWords(change: BulkChange, count: number): string {
  const who = partnersInWords(count);
  const s = count > 1 ? 's' : '';
  const given = (what: string, sense: 'ajouter' | 'enlever') => `${what} ${sense === 'ajouter' ? 'ajoutée' : 'enlevée'} à ${who}.`;
  switch (change.verb) {
    case 'attribuer':
      return change.officerId ? `${who} attribué${s}.` : `${who} sans référent·e désormais.`;
    case 'etiqueter':
      return given('Étiquette', change.sense);
    case 'thematiser':
      return given('Thématique', change.sense);
    case 'typer':
      return given('Typologie', change.sense);
    case 'deplacer':
      return `« ${verbs[change.move].label} » : ${who}.`;
    case 'lister':
      return `${who} ajouté${s} à la liste.`;
    case 'planifier':
      return `Une tâche notée pour ${who}.`;
    case 'archiver':
      return `${who} archivé${s}.`;
  }
}
