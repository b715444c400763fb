import type { ImportTab } from '~/domain/import/import-tabs';
import type { ImportCounts } from '~/domain/import/items-of-import.server';
import type { SubjectWords } from '~/domain/import/import-subjects';
import { frenchNumber } from '~/ui/french-number';

/** What each part of a plan is called: before importing, and once it is done. */
export const tabWords: Record<ImportTab, { before: string; after: string; hint: string }> = {
  create: { before: 'À créer', after: 'Créées', hint: 'inconnues jusqu’ici' },
  join: { before: 'À rejoindre', after: 'Rejointes', hint: 'déjà connues du réseau' },
  complete: { before: 'À compléter', after: 'Complétées', hint: 'déjà chez vous' },
  questions: { before: 'À vérifier', after: 'Choix faits', hint: 'des valeurs diffèrent' },
  refused: { before: 'Lignes refusées', after: 'Lignes refusées', hint: 'à corriger' },
  unchanged: { before: 'Sans changement', after: 'Sans changement', hint: 'tout y est déjà' },
};

/** How many things importing will touch. */
export const touched = (counts: ImportCounts) => counts.create + counts.join + counts.complete;

/** `3 637 organisations`, `1 offre`. */
export const howMany = (count: number, { one, many }: Pick<SubjectWords, 'one' | 'many'>) => `${frenchNumber(count)}\u00a0${count > 1 ? many : one}`;

/** What an import did, or would do, in a line of a list. */
export function sayCounts(counts: ImportCounts | null, isDone: boolean): string {
  if (!counts) return '';
  const parts: [number, string, string][] = isDone
    ? [[counts.create, 'créée', 'créées'], [counts.join, 'rejointe', 'rejointes'], [counts.complete, 'complétée', 'complétées']]
    : [[counts.create, 'à créer', 'à créer'], [counts.join, 'à rejoindre', 'à rejoindre'], [counts.complete, 'à compléter', 'à compléter']];
  const rest: [number, string, string][] = [[counts.unchanged, 'sans changement', 'sans changement'], [counts.refused, 'ligne refusée', 'lignes refusées']];
  return [...parts, ...rest].flatMap(([count, one, many]) => (count > 0 ? [`${frenchNumber(count)}\u00a0${count > 1 ? many : one}`] : [])).join(' · ');
}
