import { countMoved } from './hanging-on-organisation';
import type { UndoneOrganisations } from './undo-organisation-merge.server';

/** What undoing a merge of two organisations did, in sentences: what was changed or added since is never a surprise. */
export function sayOrganisationsUndone({ keptName, mergedName, editedKept, editedMerged, stays, gone }: UndoneOrganisations): string {
  const list = (counts: UndoneOrganisations['stays']) => counts.map(({ table, count }) => countMoved(table, count)).join(', ');
  return [
    `${keptName} et ${mergedName} sont de nouveau deux organismes.`,
    editedKept.length > 0 && `Modifié depuis sur ${keptName}, et gardé : ${editedKept.join(', ')}.`,
    editedMerged.length > 0 && `Modifié depuis sur ${mergedName}, et gardé : ${editedMerged.join(', ')}.`,
    stays.length > 0 && `Ajouté depuis, et laissé sur ${keptName} : ${list(stays)}.`,
    gone.length > 0 && `Retiré ou déplacé depuis, donc pas remis : ${list(gone)}.`,
  ].filter(Boolean).join(' ');
}
