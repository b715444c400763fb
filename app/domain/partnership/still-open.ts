/** What stays to be done with partners that are put away. */
export type StillOpen = { tasks: number; offers: number; agreements: number; gifts: number };

const some = (count: number, one: string, many: string) => (count === 0 ? [] : [`${count} ${count > 1 ? many : one}`]);

/** « 2 tâches à faire, 1 offre en ligne ou à publier et 1 don promis, pas encore reçu »; empty when nothing is open. */
export function stillOpenWords({ tasks, offers, agreements, gifts }: StillOpen): string {
  const parts = [...some(tasks, 'tâche à faire', 'tâches à faire'), ...some(offers, 'offre en ligne ou à publier', 'offres en ligne ou à publier'), ...some(agreements, 'convention qui n’a pas pris fin', 'conventions qui n’ont pas pris fin'), ...some(gifts, 'don promis, pas encore reçu', 'dons promis, pas encore reçus')];
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}` : (parts[0] ?? '');
}
