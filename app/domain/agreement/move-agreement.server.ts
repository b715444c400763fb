import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, forbidden } from '~/domain/errors';
import { parisDay } from '~/domain/text/paris-day';
import { dateOfDay, dayOfDate } from '~/domain/text/typed-day';
import { agreementOf } from './agreement-of.server';
import { agreementStates, agreementVerbs, nextAgreementState, whyNotYet, type AgreementVerb } from './agreement.lifecycle';

/**
 * Moves an agreement along its life. Signing dates it of today when no day was written. Throws `forbidden` for a verb of the
 * system or of another role, `conflict` when it cannot be done from where it stands, or somebody moved it meanwhile.
 */
export async function moveAgreement(ctx: Ctx, { partnershipId, agreementId, verb }: { partnershipId: string; agreementId: string; verb: AgreementVerb }): Promise<void> {
  const { permission } = agreementVerbs[verb];
  if (permission === null || !actorMay(ctx.actor, permission)) throw forbidden('Votre compte ne permet pas cette action.');
  const agreement = await agreementOf(ctx, { partnershipId, agreementId });
  const [today, days] = [parisDay(ctx.now), { startsOn: dayOfDate(agreement.startsOn), endsOn: dayOfDate(agreement.endsOn) }];
  const to = nextAgreementState(agreement.state, verb);
  if (!to || agreement.deletedAt) throw conflict(`Cette convention est « ${agreementStates[agreement.state].label.toLowerCase()} » : ce n’est pas possible d’ici.`);
  const why = whyNotYet(days, verb, today);
  if (why) throw conflict(why);
  const signed = verb === 'sign' && !agreement.signedOn ? { signedOn: dateOfDay(today) } : {};
  // Signed after its end: it goes straight to where the night would have put it.
  const state = to === 'active' && days.endsOn && days.endsOn < today ? 'expired' : to;
  const { count } = await ctx.db.agreement.updateMany({ where: { id: agreementId, state: agreement.state }, data: { state, ...signed } });
  if (count === 0) throw conflict('Une autre personne vient de faire avancer cette convention. Rechargez la page.');
}
