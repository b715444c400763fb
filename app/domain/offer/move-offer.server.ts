import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, forbidden, invalid } from '~/domain/errors';
import { answerRule } from '~/domain/task/answer-rule.server';
import { parisDay } from '~/domain/text/paris-day';
import { dayOfDate } from '~/domain/text/typed-day';
import { ownOffer } from './offer-of.server';
import { nextOfferState, offerStates, offerVerbs, whyNotPublished, type OfferVerb } from './offer.lifecycle';
import { refuseArchivedHolder } from './partner-to-hold.server';

/**
 * Moves an offer along its life. Publishing counts as saying that it is current. Throws `forbidden` for a verb of the system or
 * of another role, `invalid(field)` when what it says cannot be published, `conflict` when it cannot be done from where it stands, or somebody
 * moved it meanwhile.
 */
export async function moveOffer(ctx: Ctx, { offerId, verb }: { offerId: string; verb: OfferVerb }): Promise<{ state: keyof typeof offerStates }> {
  const { permission } = offerVerbs[verb];
  if (permission === null || !actorMay(ctx.actor, permission)) throw forbidden('Votre compte ne permet pas cette action.');
  const offer = await ownOffer(ctx, offerId);
  const state = nextOfferState(offer, verb);
  if (!state || offer.deletedAt) throw conflict(`Cette offre est « ${offerStates[offer.state].label.toLowerCase()} » : ce n’est pas possible d’ici.`);
  const why = verb === 'publish' ? whyNotPublished({ ...offer, closesOn: dayOfDate(offer.closesOn), endsOn: dayOfDate(offer.endsOn) }, parisDay(ctx.now)) : null;
  if (why) throw invalid(why.field, why.sentence);
  if (verb === 'publish') await refuseArchivedHolder(ctx, offer);
  const published = verb === 'publish' ? { publishedAt: offer.publishedAt ?? ctx.now, confirmedAt: ctx.now, askedAt: null } : {};
  const archived = verb === 'archive' ? { stateBeforeArchive: offer.state } : verb === 'restore' ? { stateBeforeArchive: null } : {};
  const { count } = await ctx.db.offer.updateMany({ where: { id: offerId, state: offer.state }, data: { state, stateSince: ctx.now, ...published, ...archived } });
  if (count === 0) throw conflict('Une autre personne vient de faire avancer cette offre. Rechargez la page.');
  await answerRule(ctx, `offer-current:${offerId}:`);
  if (state !== 'published') await answerRule(ctx, `offer-closing:${offerId}:`);
  await ctx.emit('offer.changed', { offerId });
  return { state };
}
