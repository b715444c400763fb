import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { answerRule } from '~/domain/task/answer-rule.server';
import { parisDay, type Day } from '~/domain/text/paris-day';
import { dateOfDay, dayOfDate } from '~/domain/text/typed-day';
import { ownOffer } from './offer-of.server';
import { isEditedHere } from './offer-origin';
import { nextOfferState } from './offer.lifecycle';
import { refuseArchivedHolder } from './partner-to-hold.server';
import { renewedUntil } from './renewal';

/** One click: the offer is published again, or longer. Answers its new closing day. Throws `conflict` when it cannot be from where it stands. */
export async function renewOffer(ctx: Ctx, { offerId }: { offerId: string }): Promise<{ closesOn: Day }> {
  const offer = await ownOffer(ctx, offerId);
  if (!isEditedHere(offer)) throw conflict('Cette offre vient d’ailleurs : elle vit et s’arrête avec sa source.');
  if (offer.state !== 'published' && nextOfferState(offer, 'publish') === null) throw conflict('Cette offre ne se renouvelle pas d’ici.');
  await refuseArchivedHolder(ctx, offer);
  const today = parisDay(ctx.now);
  const closesOn = renewedUntil({ opensOn: dayOfDate(offer.opensOn), closesOn: dayOfDate(offer.closesOn), publishedOn: offer.publishedAt && parisDay(offer.publishedAt) }, today);
  // A run that is over leaves its dates: they are those of the past.
  const dates = offer.endsOn && (dayOfDate(offer.endsOn) ?? '') < today ? { startsOn: null, endsOn: null } : {};
  const { count } = await ctx.db.offer.updateMany({
    where: { id: offerId, version: offer.version },
    data: { ...dates, state: 'published', stateSince: offer.state === 'published' ? offer.stateSince : ctx.now, opensOn: dateOfDay(today), closesOn: dateOfDay(closesOn), publishedAt: offer.publishedAt ?? ctx.now, confirmedAt: ctx.now, askedAt: null },
  });
  if (count === 0) throw conflict('Une autre personne vient de modifier cette offre. Rechargez la page.');
  await answerRule(ctx, `offer-current:${offerId}:`);
  await answerRule(ctx, `offer-closing:${offerId}:`);
  await ctx.emit('offer.changed', { offerId });
  return { closesOn };
}

/** Somebody says that it is still current, as it is. */
export async function confirmOffer(ctx: Ctx, { offerId }: { offerId: string }): Promise<void> {
  const offer = await ownOffer(ctx, offerId);
  if (offer.state !== 'published' && offer.state !== 'paused') throw conflict('Cette offre n’est pas publiée.');
  await ctx.db.offer.updateMany({ where: { id: offerId }, data: { confirmedAt: ctx.now, askedAt: null } });
  await answerRule(ctx, `offer-current:${offerId}:`);
}
