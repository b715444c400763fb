import type { AnyQuestion } from '~/domain/import/import-question';
import type { KnownHolder } from './find-holders.server';
import type { NamedHolder } from './imported-offer';

export const holderField = 'holder';
type HolderOption = AnyQuestion['options'][number] & { value: string };

/** What there is to ask of who proposes an offer: nothing when it is one partner, or the agency itself. Until somebody chooses, the row is left aside. */
export function holderQuestion(named: NamedHolder | null, found: readonly KnownHolder[]): AnyQuestion[] {
  if (!named || found.length === 1) return [];
  const options: HolderOption[] = [
    { from: 'aside', says: 'Laisser cette ligne de côté', value: 'aside' },
    { from: 'agency', says: 'La donner à l’agence elle-même', value: 'agency' },
    ...found.slice(0, 10).map(({ id, name, commune }) => ({ from: 'record', says: [name, commune].filter(Boolean).join(', '), value: id })),
  ];
  return [{ field: holderField, label: found.length > 1 ? 'Quel partenaire' : 'Partenaire inconnu', options, chosen: 0 }];
}

/** Who is taken: a partner’s id, null for the agency, or `aside`. */
export function holderTaken(questions: readonly AnyQuestion[], found: readonly KnownHolder[]): string | null | 'aside' {
  const question = questions.find(({ field }) => field === holderField);
  // Asked and found since: the partner was added after the dry run.
  if (!question) return found.length === 1 ? found[0]!.id : found.length > 1 ? 'aside' : null;
  const { value = 'aside' } = (question.options[question.chosen] ?? {}) as Partial<HolderOption>;
  return value === 'agency' ? null : value;
}
