import type { Ctx } from '~/access/context';
import { applyItems, idSource, type AppliedItem, type PlanItem } from '~/domain/import/apply-items.server';
import type { AnyQuestion } from '~/domain/import/import-question';
import type { Report } from '~/domain/import/plan-items.server';
import { parisDay } from '~/domain/text/paris-day';
import { whyNotPublished } from '~/domain/offer/offer.lifecycle';
import type { OfferRow } from '~/domain/offer/bulk/offer-row';
import { insertOffers, updateOffers, type OfferEffect } from '~/domain/offer/bulk/write-offers.server';
import { newHolders, type MadeHolder, type NewHolder } from './new-holders.server';
import type { ImportedOffer } from './imported-offer';
import { noOfferOptions } from './offer-import-options';
import type { OfferImportOptions } from './offer-import-options.schema';
import { createOfferResolver } from './resolve-offers.server';

/** What applying one row wrote, kept with it for the undo. */
export type OfferImportEffect = { made: 'offer' | null; record?: OfferEffect; /** The partner that was added for it. */ partner?: MadeHolder };

/** Carries out a plan of offers. Each is compared again with what there is now; a row that can no longer be written is left aside. */
export async function applyOffers(ctx: Ctx, importId: string, report?: Report): Promise<void> {
  await applyItems<ImportedOffer, AnyQuestion>(ctx, importId, async ({ options: kept, total }) => {
    const options: OfferImportOptions = { ...noOfferOptions, ...(kept as Partial<OfferImportOptions> | null) };
    const resolve = createOfferResolver(ctx);
    const makeHolder = newHolders(ctx);
    const freshId = await idSource(ctx.db, total);
    return { write: (items) => write(ctx, items, { resolve, makeHolder, options, freshId }) };
  }, report);
}

type Means = { resolve: ReturnType<typeof createOfferResolver>; makeHolder: ReturnType<typeof newHolders>; options: OfferImportOptions; freshId: () => string };

async function write(ctx: Ctx, items: PlanItem<ImportedOffer, AnyQuestion>[], { resolve, makeHolder, options, freshId }: Means): Promise<AppliedItem[]> {
  const resolved = await resolve(items.map(({ line, facts, questions }) => ({ line, facts, questions, ask: false })));
  const fresh: (OfferRow & { id: string })[] = [];
  const changed: { id: string; set: OfferRow }[] = [];
  const holders: (NewHolder | null)[] = [];
  // One after the other: the second line of a partner finds the one that the first added.
  for (const { decision, newHolder } of resolved) holders.push(newHolder && decision.outcome !== 'refused' ? await makeHolder(newHolder) : null);
  const applied = items.map(({ position, facts }, i): AppliedItem => {
    const { decision: decided, known, partnershipId: found } = resolved[i]!;
    const holder = holders[i];
    const decision = holder?.ok && decided.outcome !== 'refused' && 'partnership_id' in decided.set ? { ...decided, set: { ...decided.set, partnership_id: holder.partnershipId } } : decided;
    const partnershipId = holder?.ok ? holder.partnershipId : found;
    const partner = holder?.ok && holder.made ? { partner: holder.made } : {};
    if (decision.outcome === 'refused' || holder?.ok === false) return { position, outcome: 'refused', effect: { made: null } };
    if (decision.outcome === 'create') {
      const id = freshId();
      fresh.push({ id, ...decision.set, ...standing(decision.set, options, ctx.now), ...(facts.typed.audience ? {} : { audience: options.audience }) });
      return { position, outcome: 'create', offerId: id, partnershipId, effect: { made: 'offer', ...partner } satisfies OfferImportEffect };
    }
    if (decision.outcome === 'complete') changed.push({ id: known!.id, set: decision.set });
    return { position, outcome: decision.outcome, offerId: known!.id, effect: { made: null, ...partner } satisfies OfferImportEffect };
  });
  await insertOffers(ctx.db, fresh);
  const effects = await updateOffers(ctx.db, changed);
  return applied.map((item) => (item.offerId && effects.has(item.offerId) ? { ...item, effect: { ...(item.effect as OfferImportEffect), record: effects.get(item.offerId) } satisfies OfferImportEffect } : item));
}

/** Published at once when that was chosen and it can be. */
function standing(set: OfferRow, { state }: OfferImportOptions, now: Date): OfferRow {
  const day = (value: unknown) => (typeof value === 'string' ? value : null);
  const isPublished = state === 'published' && whyNotPublished({ closesOn: day(set.closes_on), endsOn: day(set.ends_on), description: day(set.description) }, parisDay(now)) === null;
  const at = now.toISOString();
  return { origin: 'agency', state: isPublished ? 'published' : 'draft', state_since: at, published_at: isPublished ? at : null, confirmed_at: isPublished ? at : null };
}
