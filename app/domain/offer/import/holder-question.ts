import type { AnyQuestion } from '~/domain/import/import-question';
import { formatSiret } from '~/domain/organisation/siret';
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
    ...(found.length === 0 && named.name ? [{ from: 'new', says: `Ajouter à vos partenaires : ${[named.name, named.commune, named.siret && `SIRET ${formatSiret(named.siret)}`].filter(Boolean).join(', ')}`, value: 'new' }] : []),
    ...found.slice(0, 10).map(({ id, name, commune }) => ({ from: 'record', says: [name, commune].filter(Boolean).join(', '), value: id })),
  ];
  return [{ field: holderField, label: found.length > 1 ? 'Quel partenaire' : 'Partenaire inconnu', options, chosen: 0 }];
}

/** Who is taken: a partner’s id, null for the agency, `aside`, or `new` for one that the import adds. */
export function holderTaken(questions: readonly AnyQuestion[], found: readonly KnownHolder[]): string | null | 'aside' | 'new' {
  const question = questions.find(({ field }) => field === holderField);
  // Asked and found since: the partner was added after the dry run.
  if (!question) return found.length === 1 ? found[0]!.id : found.length > 1 ? 'aside' : null;
  const { value = 'aside' } = (question.options[question.chosen] ?? {}) as Partial<HolderOption>;
  // Added meanwhile, by an earlier line or by hand: it is that one.
  if (value === 'new' && found.length > 0) return found.length === 1 ? found[0]!.id : 'aside';
  return value === 'agency' ? null : value;
}
