import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, invalid, stale } from '~/domain/errors';
import { parisDay } from '~/domain/text/paris-day';
import { dayOfDate } from '~/domain/text/typed-day';
import type { OfferOrigin } from '#prisma';
import { whyNotFurther } from './audiences';
import { offerFields } from './offer-fields';
import { ownOffer } from './offer-of.server';
import { isEditedHere } from './offer-origin';
import { whyNotPublished } from './offer.lifecycle';
import type { TypedOffer } from './offer.schema';
import { partnerToHold } from './partner-to-hold.server';
import { refuseSamePlace } from '~/domain/offer/spread/refuse-same-place.server';
import { isSamePlace } from '~/domain/offer/spread/same-place';
import { writtenOffer } from './write-offer.server';

export type EditOffer = { offerId: string; version: number; /** Who holds it from now on, null for the agency itself; as before when it is not said. */ partnershipId?: string | null } & TypedOffer;

/**
 * Corrects an offer; its state moves by verbs only, and one that is published still has to hold what is asked to be. Throws
 * `invalid(field)`, `conflict` for one that its source keeps up, and `stale` when somebody corrected it meanwhile: the form then shows what
 * differs.
 */
export async function editOffer(ctx: Ctx, { offerId, version, partnershipId, ...input }: EditOffer): Promise<void> {
  const known = await ownOffer(ctx, offerId);
  if (!isEditedHere(known)) throw conflict('Cette offre vient d’ailleurs : elle se corrige chez sa source.');
  const facts = inOrderOf(known, await writtenOffer(ctx, input, known));
  const why = known.state === 'published' ? whyNotPublished({ ...facts, closesOn: dayOfDate(facts.closesOn), endsOn: dayOfDate(facts.endsOn) }, parisDay(ctx.now)) : null;
  if (why) throw invalid(why.field, why.sentence);
  const whyNear = whyNotFurther(known, facts.audience, actorMay(ctx.actor, 'offer.publish'));
  if (whyNear) throw invalid('audience', whyNear);
  if (known.spreadId && facts.hasOwnPlace && !isSamePlace(known, facts)) await refuseSamePlace(ctx, facts, await ctx.db.offer.findMany({ where: { missionLocaleId: known.missionLocaleId, spreadId: known.spreadId, id: { not: offerId } } }));
  const row = { ...facts, partnershipId: await holderNow(ctx, known, partnershipId) };
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

/** The partner who holds it once corrected. An offer that a partner wrote stays its own. */
async function holderNow(ctx: Ctx, known: { partnershipId: string | null; origin: OfferOrigin }, asked: string | null | undefined): Promise<string | null> {
  if (asked === undefined || asked === known.partnershipId || known.origin === 'partner') return known.partnershipId;
  return asked === null ? null : (await partnerToHold(ctx, asked)).id;
}

/** The same choices in another order (a form sends its boxes as they stand) are no change: the history tells none. */
function inOrderOf<T extends object>(known: Record<keyof T, unknown>, row: T): T {
  const sorted = (value: unknown) => (Array.isArray(value) ? [...(value as string[])].sort().join() : null);
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, Array.isArray(value) && sorted(value) === sorted(known[field as keyof T]) ? known[field as keyof T] : value])) as T;
}
