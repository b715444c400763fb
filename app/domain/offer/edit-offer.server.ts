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
  const row = await writtenOffer(ctx, input);
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
