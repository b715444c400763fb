import type { Ctx } from '~/access/context';
import type { AnsweredItem, AskedItem } from '~/domain/import/answer-question.server';
import type { AnyQuestion } from '~/domain/import/import-question';
import { planItems, type FileContent, type PlannedItem, type Report } from '~/domain/import/plan-items.server';
import type { ImportedOffer } from './imported-offer';
import type { ReadOfferRow } from './read-offer-row';
import { createOfferResolver, type ResolvedOffer } from './resolve-offers.server';

export type AcceptedOffer = Extract<ReadOfferRow, { ok: true }>;

/** The dry run of an import of offers: each row against the agency's partners and its offers. */
export async function planOffers(ctx: Ctx, importId: string, content: FileContent<AcceptedOffer>, report?: Report): Promise<void> {
  await planItems(ctx, importId, content, async () => {
    const resolve = createOfferResolver(ctx);
    return async (chunk) => {
      const resolved = await resolve(chunk.map(({ line, offer }) => ({ line, facts: offer, questions: [], ask: true })));
      return chunk.map((row, i) => itemOf(row, resolved[i]!));
    };
  }, report);
}

function itemOf({ line, label, offer, cells, notes }: AcceptedOffer, { decision, known, partnershipId, questions, notes: more }: ResolvedOffer): PlannedItem {
  const told = notes.map(({ text }) => text);
  return {
    lines: [line],
    label: label.slice(0, 300),
    facts: offer,
    questions,
    offerId: known?.id,
    partnershipId: partnershipId ?? undefined,
    outcome: decision.outcome,
    notes: decision.outcome === 'refused' ? [...decision.reasons, ...told] : [...told, ...more],
    // Kept for the file of refused lines, whatever is answered.
    ...(decision.outcome === 'refused' ? { cells } : { changes: decision.changes }),
  };
}

/** What the answers make of rows whose partner was asked. */
export async function answeredOffers(ctx: Ctx, items: AskedItem<unknown, AnyQuestion>[]): Promise<AnsweredItem[]> {
  const resolve = createOfferResolver(ctx);
  const resolved = await resolve(items.map(({ position, facts, questions }) => ({ line: position, facts: facts as ImportedOffer, questions, ask: false })));
  return items.map(({ position, questions }, i) => {
    const { decision } = resolved[i]!;
    return { position, questions, outcome: decision.outcome, changes: decision.outcome === 'refused' ? [] : decision.changes };
  });
}
