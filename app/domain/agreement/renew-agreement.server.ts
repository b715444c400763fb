import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { parisDay } from '~/domain/text/paris-day';
import { dateOfDay, dayOfDate } from '~/domain/text/typed-day';
import { nextDates } from './agreement';
import { agreementOf } from './agreement-of.server';

/**
 * Prepares the agreement that follows this one: same title, parties, forms and renewal, dates moved on; in preparation, to be
 * read before it is signed. Throws `conflict` for one that is not signed yet or that has a follower already.
 */
export async function renewAgreement(ctx: Ctx, { partnershipId, agreementId }: { partnershipId: string; agreementId: string }): Promise<{ agreementId: string }> {
  const last = await agreementOf(ctx, { partnershipId, agreementId });
  if (last.deletedAt || last.state === 'draft' || last.state === 'awaitingSignatures') throw conflict('Elle n’est pas encore signée : il n’y a rien à renouveler.');
  const follower = await ctx.db.agreement.count({ where: { renewsId: agreementId, deletedAt: null } });
  if (follower > 0) throw conflict('Elle est déjà renouvelée : la suivante est dans la liste.');
  const { startsOn, endsOn } = nextDates({ startsOn: dayOfDate(last.startsOn), endsOn: dayOfDate(last.endsOn) }, parisDay(ctx.now));
  const { id } = await ctx.db.agreement.create({
    data: { partnershipId, renewsId: agreementId, title: last.title, startsOn: dateOfDay(startsOn), endsOn: dateOfDay(endsOn), renewal: last.renewal, noticeDays: last.noticeDays, comment: last.comment },
    select: { id: true },
  });
  const forms = await ctx.db.agreementForm.findMany({ where: { agreementId }, select: { formId: true } });
  const parties = await ctx.db.agreementParty.findMany({ where: { agreementId }, select: { partnershipId: true } });
  if (forms.length > 0) await ctx.db.agreementForm.createMany({ data: forms.map(({ formId }) => ({ agreementId: id, formId, partnershipId })) });
  if (parties.length > 0) await ctx.db.agreementParty.createMany({ data: parties.map((party) => ({ agreementId: id, partnershipId: party.partnershipId })) });
  return { agreementId: id };
}
