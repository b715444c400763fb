import type { Ctx } from '~/access/context';
import { changesOf, nameCorrection } from './changes-of';
import type { ValueIds } from './compare-organisation';
import { knownAmong, valueIds } from './known-organisations.server';
import type { PlannedOrganisation } from './organisations-of-file';
import { planItems, type FileContent, type PlannedItem, type Report } from './plan-items.server';
import { createResolver, type Resolved } from './resolve-organisations';

/** The dry run of an import of partners: each organisation of the file against the agency's partners and the network's register. */
export async function planImport(ctx: Ctx, importId: string, content: FileContent<PlannedOrganisation>, report?: Report): Promise<void> {
  await planItems(ctx, importId, content, async () => {
    const ids = await valueIds(ctx.db);
    const resolve = createResolver(ids, () => ({ organisationId: crypto.randomUUID(), partnershipId: crypto.randomUUID() }));
    return async (chunk) => {
      const index = await knownAmong(ctx.db, chunk.map(({ facts }) => facts));
      return chunk.map((organisation) => itemOf(organisation, resolve({ ...organisation, line: organisation.lines[0] ?? 0, ask: true }, index), ids));
    };
  }, report);
}

function itemOf({ facts, notes, lines }: PlannedOrganisation, { known, decision, questions, isFromFile, notes: more }: Resolved, ids: ValueIds): PlannedItem {
  const correction = nameCorrection(facts);
  return {
    lines,
    outcome: decision.outcome,
    label: facts.name.slice(0, 300),
    facts,
    questions,
    changes: known ? changesOf(decision, known, facts.communeName, ids) : correction ? [correction] : [],
    notes: [...notes, ...more],
    organisationId: isFromFile ? undefined : known?.organisationId,
    partnershipId: isFromFile ? undefined : known?.partnership?.id,
  };
}
