import { stages, type Stage } from '~/domain/partnership/partnership.lifecycle';

/** What somebody holds in an agency, counted. */
export type Held = {
  /** Partnerships they are in charge of, and how many at each stage. */
  total: number;
  stages: { stage: Stage; count: number }[];
  /** What they have to do. */
  tasks: number;
  /** Saved lists, of which some that nobody else sees. */
  lists: number;
  personalLists: number;
  /** Searches of offers, with their alerts: theirs alone. */
  searches: number;
  /** Offers that they began and that are not published: everybody of the agency finds them. */
  drafts: number;
};

/** Is there anything that a colleague could take over? Drafts stay where the agency finds them. */
export const holdsSomething = ({ total, tasks, lists, searches }: Held): boolean => total + tasks + lists + searches > 0;

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count > 1 ? many : one}`;

/** What somebody holds, each thing in words with its number; nothing of what there is none. */
export function heldInWords({ total, stages: byStage, tasks, lists, personalLists, searches, drafts }: Held): { term: string; detail: string }[] {
  const hidden = personalLists === 0 ? '' : personalLists === lists ? ', que personne d’autre ne voit' : `, dont ${some(personalLists, 'personnelle')}`;
  return [
    ...(total > 0 ? [{ term: 'Partenaires', detail: `${total} : ${byStage.map(({ stage, count }) => `${stages[stage].label.toLowerCase()} ${count}`).join(', ')}` }] : []),
    ...(tasks > 0 ? [{ term: 'À faire', detail: some(tasks, 'tâche') }] : []),
    ...(lists > 0 ? [{ term: 'Listes enregistrées', detail: `${lists}${hidden}` }] : []),
    ...(searches > 0 ? [{ term: 'Recherches d’offres gardées', detail: `${searches}, dont les alertes s’arrêtent avec l’accès` }] : []),
    ...(drafts > 0 ? [{ term: 'Offres pas encore publiées', detail: `${drafts}, qui ${drafts > 1 ? 'restent' : 'reste'} dans « Nos offres »` }] : []),
  ];
}
