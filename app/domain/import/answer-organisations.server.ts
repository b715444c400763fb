import type { Ctx } from '~/access/context';
import type { AnsweredItem, AskedItem } from './answer-question.server';
import { changesOf } from './changes-of';
import { decide } from './compare-organisation';
import type { ImportQuestion } from './import-question';
import type { ImportedFacts } from './imported-facts';
import { knownAmong, valueIds } from './known-organisations.server';
import { matchOrganisation } from './match-organisation';

/** What the answers make of organisations. */
export async function answeredOrganisations(ctx: Ctx, items: AskedItem<ImportedFacts>[]): Promise<AnsweredItem[]> {
  const [ids, index] = [await valueIds(ctx.db), await knownAmong(ctx.db, items.map(({ facts }) => facts))];
  return items.map(({ position, facts, questions }) => {
    const { known } = matchOrganisation(facts, index);
    const decision = decide(facts, questions, known, ids);
    // A new record shows its corrected name, which no answer changes.
    return { position, questions, outcome: decision.outcome, changes: known ? changesOf(decision, known, communeOf(facts, questions), ids) : null };
  });
}

/** The name of the commune that the chosen address is in, for the screen. */
function communeOf(facts: ImportedFacts, questions: ImportQuestion[]): string | null {
  const address = questions.find(({ field }) => field === 'address');
  const code = address?.options[address.chosen]?.value.communeCode;
  return !code || code === facts.communeCode ? facts.communeName : code;
}
