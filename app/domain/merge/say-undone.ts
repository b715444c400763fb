import { countInWords } from './attached-tables';
import type { Undone } from './undo-merge.server';

/** What undoing a merge did, in sentences: what was changed or added since is never a surprise. */
export function sayUndone({ keptName, mergedName, edited, stays, gone, onBoth }: Undone): string {
  const list = (counts: Undone['stays'] | Undone['gone']) => counts.map(({ table, count }) => countInWords(table, count)).join(', ');
  return [
    `${keptName} et ${mergedName} sont de nouveau deux fiches.`,
    edited.length > 0 && `Modifié depuis, et gardé : ${edited.join(', ')}.`,
    stays.length > 0 && `Ajouté depuis, et laissé sur ${keptName} : ${list(stays)}.`,
    gone.length > 0 && `Retiré ou remplacé depuis, donc pas remis : ${list(gone)}.`,
    onBoth.length > 0 && `Sur les deux fiches, car un échange les nomme : ${onBoth.join(', ')}.`,
  ].filter(Boolean).join(' ');
}
