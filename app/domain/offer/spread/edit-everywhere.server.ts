import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { editOffer, type EditOffer } from '~/domain/offer/edit-offer.server';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { ownOffer } from '~/domain/offer/offer-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { heldPlaces, livingOthers } from './held-places.server';
import { otherPlaces } from './places-of.server';
import type { EditedEverywhere } from './says-edited';
import { spreadChange } from './spread-change';


/**
 * Corrects an offer and, when asked (`everywhere`), in the same transaction what it says at its other places: all but where they are, their sessions and where
 * they stand. Each writes its own history. Throws what `editOffer` throws; then nothing is written anywhere.
 */
export async function editEverywhere(ctx: Ctx, { everywhere, ...edit }: EditOffer & { everywhere: boolean }): Promise<EditedEverywhere> {
  if (!everywhere) {
    await editOffer(ctx, edit);
    return { changed: 0, kept: [] };
  }
  const { offer: before, places } = await heldPlaces(ctx, edit.offerId);
  await editOffer(ctx, edit);
  const after = await ownOffer(ctx, edit.offerId);
  const how = { mayPublish: actorMay(ctx.actor, 'offer.publish'), today: parisDay(ctx.now) };
  const result: { changed: number; kept: { offerId: string; fields: string[] }[] } = { changed: 0, kept: [] };
  for (const place of livingOthers(places, edit.offerId).filter(isEditedHere)) {
    const { set, kept } = spreadChange(before, after, place, how);
    if (kept.length > 0) result.kept.push({ offerId: place.id, fields: kept });
    if (Object.keys(set).length === 0) continue;
    await ctx.db.offer.updateMany({ where: { id: place.id }, data: set });
    await ctx.emit('offer.changed', { offerId: place.id });
    result.changed += 1;
  }
  const names = result.kept.length > 0 ? await otherPlaces(ctx, edit.offerId) : [];
  return { ...result, kept: result.kept.map((place) => ({ ...place, name: names.find(({ id }) => id === place.offerId)?.name ?? 'Un autre lieu' })) };
}
