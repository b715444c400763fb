/** What stays to be done with partners that are put away. */
export type StillOpen = { tasks: number; agreements: number; gifts: number };

const some = (count: number, one: string, many: string) => (count === 0 ? [] : [`${count} ${count > 1 ? many : one}`]);

/** « 2 tâches à faire, 1 convention en cours et 1 don promis »; empty when nothing is open. */
export function stillOpenWords({ tasks, agreements, gifts }: StillOpen): string {
  const parts = [...some(tasks, 'tâche à faire', 'tâches à faire'), ...some(agreements, 'convention qui n’a pas pris fin', 'conventions qui n’ont pas pris fin'), ...some(gifts, 'don promis, pas encore reçu', 'dons promis, pas encore reçus')];
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}` : (parts[0] ?? '');
}
