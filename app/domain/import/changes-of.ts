import { themeLabel } from '~/domain/organisation/themes';
import { fold } from '~/domain/text/fold';
import type { Decision, ValueIds } from './compare-organisation';
import type { ImportedFacts } from './imported-facts';
import { askedFieldNames, askedFields } from './import-question';
import type { KnownOrganisation, RecordColumns } from './known-organisation';
import { sayFact } from './say-fact';

/** One line of "what will change", as a person reads it. */
export type ImportChange = { label: string; from: string; to: string };

/** What a decision changes in a record that exists; nothing for a new one, which is all new. */
export function changesOf(decision: Decision, known: KnownOrganisation | null, communeName: string | null, ids: ValueIds): ImportChange[] {
  if (!known) return [];
  const { set } = decision;
  const after = { ...known, ...set, communeName: set.communeCode ? communeName : known.communeName };
  const changes = askedFieldNames
    .filter((field) => askedFields[field].columns.some((column) => column in set))
    .map((field) => ({ label: askedFields[field].label, from: sayFact(field, known), to: sayFact(field, after) }))
    .map((change) => (change.from === change.to ? { label: 'Position sur la carte', from: sayFact('placePrecision', known), to: sayFact('placePrecision', after) } : change));
  const added = (label: string, to: string[]) => (to.length > 0 ? [{ label, from: '', to: to.join(', ') }] : []);
  return [
    ...('siret' in set ? [{ label: 'SIRET', from: '', to: sayFact('siret', set) }] : []),
    ...changes,
    ...added('Typologie', decision.kindIds.flatMap((id) => ids.kindLabels.get(id) ?? [])),
    ...added('Thématique', decision.themes.map(themeLabel)),
    ...added('Étiquette', decision.tags),
    ...added('Interlocuteur', decision.contacts.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' '))),
    ...added('Votre numéro', decision.externalId ? [decision.externalId] : []),
  ];
}

/** The record as it will be once the decision is carried out: what the next lines about the same organisation are compared with. */
export function afterDecision(known: KnownOrganisation, decision: Decision, ids: ValueIds, partnershipId: string): KnownOrganisation {
  const ours = known.partnership ?? { id: partnershipId, stage: 'prospect', externalId: null, kindIds: [], themes: [], tagIds: [], contacts: [] };
  return {
    ...known,
    ...(decision.set as Partial<RecordColumns>),
    partnership: {
      ...ours,
      externalId: ours.externalId ?? decision.externalId,
      kindIds: [...ours.kindIds, ...decision.kindIds],
      themes: [...ours.themes, ...decision.themes],
      tagIds: [...ours.tagIds, ...decision.tags.flatMap((tag) => ids.tags.get(fold(tag)) ?? [])],
      contacts: [...ours.contacts, ...decision.contacts],
    },
  };
}

/** What was set in readable form, for the person to see. */
export const nameCorrection = ({ name, originalName }: Pick<ImportedFacts, 'name' | 'originalName'>): ImportChange | null =>
  originalName && originalName !== name ? { label: 'Nom', from: originalName, to: name } : null;
