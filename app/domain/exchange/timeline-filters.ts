import { isUuid } from '~/domain/text/uuid';
import { exchangeKindNames, exchangeKinds, kindOfSlug, type ExchangeKind } from './exchange-kinds';

/** What the timeline of a partner mixes: exchanges of each kind, moves of the lifecycle, tasks done, agreements, gifts, what became of offers. */
export type TimelineFilters = {
  kind: ExchangeKind | 'move' | 'task' | 'agreement' | 'gift' | 'offer' | null;
  /** A colleague or a contact. */
  personId: string | null;
  words: string[];
};

const others = { etape: 'move', tache: 'task', convention: 'agreement', mecenat: 'gift', offre: 'offer' } as const;

/** The choices of « Type », by their name in the address. */
export const timelineKinds = [
  ...exchangeKindNames.map((kind) => ({ value: exchangeKinds[kind].slug as string, label: exchangeKinds[kind].label as string })),
  { value: 'etape', label: 'Changement d’étape' },
  { value: 'tache', label: 'Tâche faite' },
  { value: 'convention', label: 'Convention' },
  { value: 'mecenat', label: 'Mécénat' },
  { value: 'offre', label: 'Offre' },
];

/** The filters of an address: `?type=appel&personne=…&mots=…`. What is not understood filters nothing. */
export function readTimelineFilters(params: URLSearchParams): TimelineFilters {
  const type = params.get('type') ?? '';
  const person = params.get('personne') ?? '';
  return {
    kind: Object.hasOwn(others, type) ? others[type as keyof typeof others] : kindOfSlug(type),
    personId: isUuid(person) ? person : null,
    words: (params.get('mots') ?? '').slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8),
  };
}

export const isTimelineFiltered = ({ kind, personId, words }: TimelineFilters) => kind !== null || personId !== null || words.length > 0;
