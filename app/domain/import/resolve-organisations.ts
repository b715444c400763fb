import { afterDecision } from './changes-of';
import { decide, mainKindOf, questionsAbout, type Decision, type ValueIds } from './compare-organisation';
import type { ImportedFacts } from './imported-facts';
import type { ImportQuestion } from './import-question';
import type { KnownOrganisation } from './known-organisation';
import { matchOrganisation, type KnownIndex } from './match-organisation';

export type Resolved = {
  /** The record it is compared with, as it is at this point of the file. */
  known: KnownOrganisation | null;
  questions: ImportQuestion[];
  decision: Decision;
  /** The record and the relation, those that exist or those that will be made. */
  organisationId: string;
  partnershipId: string;
  /** The record it is compared with is made by a line before it. */
  isFromFile: boolean;
  notes: string[];
};

/** Ids for a new record and a new relation; the dry run needs none that last. */
export type NewIds = () => { organisationId: string; partnershipId: string };

/**
 * Follows a file from its first organisation to its last: each is compared with the register and with what the lines before
 * it did, so that two spellings of one organisation never make two records. `ask` finds the questions (dry run); else those
 * that were answered are used.
 */
export function createResolver(ids: ValueIds, newIds: NewIds) {
  /** Records that lines of this file made or changed, as they are since. */
  const touched = new Map<string, { known: KnownOrganisation; line: number }>();
  const madeByName = new Map<string, string[]>();

  function current(index: KnownIndex, nameKey: string): KnownIndex {
    const byName = [...(index.byName.get(nameKey) ?? []), ...(madeByName.get(nameKey) ?? []).flatMap((id) => touched.get(id)?.known ?? [])];
    return { bySiret: index.bySiret, byName: new Map([[nameKey, byName]]) };
  }

  return function resolve(given: { facts: ImportedFacts; questions: readonly ImportQuestion[]; line: number; ask: boolean }, index: KnownIndex): Resolved {
    const { facts, line } = given;
    const match = matchOrganisation(facts, current(index, facts.nameKey));
    const before = match.known ? touched.get(match.known.organisationId) : undefined;
    const known = before?.known ?? match.known;
    const questions = given.ask ? questionsAbout(facts, given.questions, known) : [...given.questions];
    const decision = decide(facts, questions, known, ids);
    const made = known?.partnership ? null : newIds();
    const organisationId = known?.organisationId ?? made!.organisationId;
    const partnershipId = known?.partnership?.id ?? made!.partnershipId;
    touched.set(organisationId, { known: afterDecision(known ?? madeFrom(decision, facts, organisationId, ids), decision, ids, partnershipId), line: before?.line ?? line });
    if (!known) madeByName.set(facts.nameKey, [...(madeByName.get(facts.nameKey) ?? []), organisationId]);
    return {
      known,
      questions,
      decision,
      organisationId,
      partnershipId,
      isFromFile: (madeByName.get(facts.nameKey) ?? []).includes(known?.organisationId ?? ''),
      notes: [
        ...(match.note ? [match.note] : []),
        ...(before ? [`Même partenaire qu’à la ligne ${before.line} : les deux n’en font qu’un.`] : []),
        ...(known?.partnership?.stage === 'archived' ? ['Ce partenaire est dans vos archives : il y reste.'] : []),
      ],
    };
  };
}

function madeFrom({ set }: Decision, facts: ImportedFacts, organisationId: string, ids: ValueIds): KnownOrganisation {
  const { originalName: _o, kinds: _k, localKinds: _l, kindHint: _h, themes: _t, tags: _ta, contacts: _c, externalId: _e, partnerSince: _p, ...columns } = facts;
  return { ...columns, ...set, organisationId, factSources: {}, kindId: mainKindOf(facts, ids), partnership: null };
}
