import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';

/** An offer of this agency, deleted or not, for whoever changes it. Throws `notFound`, for another agency's too. */
export async function ownOffer(ctx: Ctx, offerId: string) {
  const offer = await ctx.db.offer.findFirst({ where: { id: offerId, missionLocaleId: ctx.actor.missionLocaleId ?? undefined } });
  if (!offer || ctx.actor.missionLocaleId === null) throw notFound('Cette offre n’existe pas, ou plus.');
  return offer;
}
