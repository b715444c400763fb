import type { Ctx } from '~/access/context';
import { conflict, stale } from '~/domain/errors';
import { offerFields } from './offer-fields';
import { ownOffer } from './offer-of.server';
import { isEditedHere } from './offer-origin';
import type { TypedOffer } from './offer.schema';
import { writtenOffer } from './write-offer.server';

export type EditOffer = { offerId: string; version: number } & TypedOffer;

/**
 * Corrects an offer; its state moves by verbs only. Throws `invalid(field)`, `conflict` for one that its source keeps up, and
 * `stale` when somebody corrected it meanwhile: the form then shows what differs.
 */
export async function editOffer(ctx: Ctx, { offerId, version, ...input }: EditOffer): Promise<void> {
  const known = await ownOffer(ctx, offerId);
  if (!isEditedHere(known)) throw conflict('Cette offre vient d’ailleurs : elle se corrige chez sa source.');
  const row = inOrderOf(known, await writtenOffer(ctx, input, known));
  const { count } = await ctx.db.offer.updateMany({ where: { id: offerId, version }, data: row });
  if (count === 0) {
    const changes = offerFields.flatMap(({ field, label, say }) => {
      const [theirs, yours] = [say(known[field]), say(row[field])];
      return theirs === yours ? [] : [{ field, label, theirs, yours }];
    });
    throw stale('Une autre personne vient de modifier cette offre.', known.version, changes);
  }
  await ctx.emit('offer.changed', { offerId });
}

/** The same choices in another order (a form sends its boxes as they stand) are no change: the history tells none. */
function inOrderOf<T extends object>(known: Record<keyof T, unknown>, row: T): T {
  const sorted = (value: unknown) => (Array.isArray(value) ? [...(value as string[])].sort().join() : null);
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, Array.isArray(value) && sorted(value) === sorted(known[field as keyof T]) ? known[field as keyof T] : value])) as T;
}
