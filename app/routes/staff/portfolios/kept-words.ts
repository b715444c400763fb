/** What an undone handover left as somebody put it since; nothing to say when all went back. */
export function keptInWords({ partners, tasks }: { partners: number; tasks: number }): string {
  const some = (count: number, what: string) => `${count} ${what}${count > 1 ? 's' : ''}`;
  const kept = [partners > 0 && some(partners, 'partenaire'), tasks > 0 && some(tasks, 'tâche')].filter(Boolean);
  if (kept.length === 0) return '';
  const s = partners + tasks > 1 ? 's' : '';
  return `Changé${s} depuis, laissé${s} en l’état : ${kept.join(' et ')}.`;
}
