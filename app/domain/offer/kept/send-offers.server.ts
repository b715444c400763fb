import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { sendOffersSchema } from './kept.schema';
import { keptOffers, offersByIds } from './kept-offers.queries.server';

/** A counsellor sees twenty youths a day; beyond, it is a mailing. */
const mostADay = 100;

/**
 * Sends offers of the selection to one person, by mail, as a job: the address and the word are forgotten once the mail is written.
 * Answers how many offers. Throws `invalid(field)`, `conflict` when none of them is left or the day is full.
 */
export async function sendOffers(ctx: Ctx, input: z.input<typeof sendOffersSchema>): Promise<{ count: number }> {
  const { offre, recipient, word } = readInput(sendOffersSchema, input);
  if (offre.length === 0) throw invalid('offre', 'Gardez au moins une offre.');
  const { offers } = await keptOffers(ctx, 'selection');
  const offerIds = offers.map(({ id }) => id).filter((id) => offre.includes(id));
  if (offerIds.length === 0) throw conflict('Ces offres ne sont plus publiées : revenez à votre sélection.');
  const today = await ctx.db.offerSending.count({ where: { createdById: ctx.actor.userId, createdAt: { gt: new Date(ctx.now.getTime() - 86_400_000) } } });
  if (today >= mostADay) throw conflict('Vous avez déjà fait cent envois depuis hier : réessayez demain.');
  const { id: sendingId } = await ctx.db.offerSending.create({ data: { recipient, word, offerIds }, select: { id: true } });
  await ctx.emit('offers.sent', { sendingId });
  return { count: offerIds.length };
}

/** What a sending holds while its mail is not written yet, under the rights of who sent it; null once it is. */
export async function offersToSend(ctx: Ctx, sendingId: string) {
  const sending = await ctx.db.offerSending.findFirst({ where: { id: sendingId, recipient: { not: null } } });
  if (!sending?.recipient) return null;
  const agency = await ctx.db.missionLocale.findFirstOrThrow({ where: { id: sending.missionLocaleId }, select: { name: true, phone: true } });
  return { ...sending, recipient: sending.recipient, agency, offers: await offersByIds(ctx, sending.offerIds) };
}
