/** What an undone handover left as somebody put it since; nothing to say when all went back. */
export function keptInWords({ partners, tasks, lists }: { partners: number; tasks: number; lists: number }): string {
  const some = (count: number, what: string) => `${count} ${what}${count > 1 ? 's' : ''}`;
  const kept = [partners > 0 && some(partners, 'partenaire'), tasks > 0 && some(tasks, 'tâche'), lists > 0 && some(lists, 'liste')].filter((said) => said !== false);
  if (kept.length === 0) return '';
  const s = partners + tasks + lists > 1 ? 's' : '';
  return `Changé${s} depuis, laissé${s} en l’état : ${new Intl.ListFormat('fr').format(kept)}.`;
}
