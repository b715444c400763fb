import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { refusePlaceTaken } from '~/domain/offer/spread/refuse-same-place.server';
import { ownOffer } from './offer-of.server';

/** Takes an offer away; it can be brought back. One that was published is archived instead: others may have read it. Throws `conflict`. */
export async function deleteOffer(ctx: Ctx, { offerId }: { offerId: string }): Promise<void> {
  const { publishedAt } = await ownOffer(ctx, offerId);
  if (publishedAt) throw conflict('Cette offre a été publiée : archivez-la plutôt, son histoire reste.');
  await ctx.db.offer.updateMany({ where: { id: offerId, deletedAt: null }, data: { deletedAt: ctx.now } });
}

/** Brings back an offer that was taken away. Throws `conflict` when it is proposed at its address again by now. */
export async function restoreOffer(ctx: Ctx, { offerId }: { offerId: string }): Promise<void> {
  await refusePlaceTaken(ctx, await ownOffer(ctx, offerId));
  await ctx.db.offer.updateMany({ where: { id: offerId, deletedAt: { not: null } }, data: { deletedAt: null } });
}
