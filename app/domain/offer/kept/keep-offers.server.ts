import type { Ctx, Db } from '~/access/context';
import { conflict } from '~/domain/errors';
import { mostSelected, type KeptPlace } from './kept-offer';

const mostFavourites = 200;

/**
 * Keeps offers that the person finds, each once; what has left since makes room first. Answers how many are kept there now. Throws
 * `conflict` when nothing can be kept, or there is no room for them.
 */
export async function keepOffers(ctx: Ctx, { offerIds, keptIn }: { offerIds: readonly string[]; keptIn: KeptPlace }): Promise<{ count: number; added: number }> {
  if (offerIds.length === 0) throw conflict('Cochez d’abord une offre.');
  // Two clicks at once on a full selection: the second waits, and sees the first.
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`kept ${keptIn} ${ctx.actor.userId}`}, 0))`;
  await ctx.db.$executeRaw`DELETE FROM kept_offer k WHERE k.user_id = ${ctx.actor.userId}::uuid AND k.kept_in = ${keptIn}::kept_in
    AND NOT EXISTS (SELECT FROM search.offer_seen s WHERE s.mission_locale_id = k.offer_agency_id AND s.offer_id = k.offer_id)`;
  const added = await ctx.db.$executeRaw`INSERT INTO kept_offer (kept_in, offer_id, offer_agency_id, at)
    SELECT ${keptIn}::kept_in, s.offer_id, s.mission_locale_id, clock_timestamp() FROM unnest(${[...offerIds]}::uuid[]) WITH ORDINALITY AS asked(id, position)
    JOIN search.offer_seen s ON s.offer_id = asked.id ORDER BY asked.position ON CONFLICT DO NOTHING`;
  const count = await ctx.db.keptOffer.count({ where: { userId: ctx.actor.userId, keptIn } });
  if (count === 0) throw conflict('Cette offre n’est plus publiée.');
  const most = keptIn === 'selection' ? mostSelected : mostFavourites;
  if (count > most) throw conflict(keptIn === 'selection' ? `Une sélection a ${most} offres au plus : envoyez-la, ou retirez-en.` : `Vous avez ${most} favoris au plus : retirez-en d’abord.`);
  return { count, added };
}

/** Takes offers out of what the person keeps there. Twice changes nothing. */
export async function dropOffers(ctx: Ctx, { offerIds, keptIn }: { offerIds: readonly string[]; keptIn: KeptPlace }): Promise<{ count: number }> {
  return ctx.db.keptOffer.deleteMany({ where: { userId: ctx.actor.userId, keptIn, offerId: { in: [...offerIds] } } });
}

/** Empties the selection, notes and all; it can come back until the night. Empty already, what was emptied before still can. */
export async function emptySelection(ctx: Ctx): Promise<{ count: number }> {
  const { userId } = ctx.actor;
  if ((await ctx.db.keptOffer.count({ where: { userId, keptIn: 'selection' } })) === 0) return { count: 0 };
  await ctx.db.keptOffer.deleteMany({ where: { userId, keptIn: 'emptied' } });
  return ctx.db.keptOffer.updateMany({ where: { userId, keptIn: 'selection' }, data: { keptIn: 'emptied' } });
}

/** Brings back what was emptied, in its order, with its notes; what was chosen since stays. Throws `conflict` when both are too many together. */
export async function refillSelection(ctx: Ctx): Promise<{ count: number }> {
  const { userId } = ctx.actor;
  await ctx.db.$executeRaw`DELETE FROM kept_offer k USING kept_offer chosen WHERE k.user_id = ${userId}::uuid AND k.kept_in = 'emptied' AND chosen.user_id = k.user_id AND chosen.kept_in = 'selection' AND chosen.offer_id = k.offer_id`;
  await ctx.db.keptOffer.updateMany({ where: { userId, keptIn: 'emptied' }, data: { keptIn: 'selection' } });
  const count = await ctx.db.keptOffer.count({ where: { userId, keptIn: 'selection' } });
  if (count > mostSelected) throw conflict(`Une sélection a ${mostSelected} offres au plus : retirez-en de celles choisies depuis.`);
  return { count };
}

/** Selections emptied are forgotten each night. As the system. */
export const forgetEmptied = (db: Db): Promise<{ count: number }> => db.keptOffer.deleteMany({ where: { keptIn: 'emptied' } });

/** A note to oneself beside an offer of the selection; empty takes it off. */
export async function noteKeptOffer(ctx: Ctx, { offerId, note }: { offerId: string; note: string | null }): Promise<void> {
  const { count } = await ctx.db.keptOffer.updateMany({ where: { userId: ctx.actor.userId, keptIn: 'selection', offerId }, data: { note } });
  if (count === 0) throw conflict('Cette offre n’est plus dans votre sélection.');
}
