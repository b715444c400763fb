import type { Ctx } from '~/access/context';
import { stale } from '~/domain/errors';
import { dayOfDate } from '~/domain/text/typed-day';
import { agreementFields, renewals, type Renewal } from './agreement';
import { agreementOf } from './agreement-of.server';
import type { TypedAgreement } from './agreement.schema';
import { setAgreementForms } from './set-agreement-forms.server';
import { writtenAgreement } from './write-agreement';

export type EditAgreement = { partnershipId: string; agreementId: string; version: number } & TypedAgreement;

/** Corrects an agreement; its state moves by verbs only. Throws `invalid(field)`, and `stale` when somebody corrected it meanwhile. */
export async function editAgreement(ctx: Ctx, { partnershipId, agreementId, version, ...input }: EditAgreement): Promise<void> {
  const known = await agreementOf(ctx, { partnershipId, agreementId });
  const { typed, formIds, row } = writtenAgreement(input, ctx.now);
  const { count } = await ctx.db.agreement.updateMany({ where: { id: agreementId, version }, data: row });
  if (count === 0) {
    const [theirs, yours] = [sayable({ ...known, startsOn: dayOfDate(known.startsOn), endsOn: dayOfDate(known.endsOn), signedOn: dayOfDate(known.signedOn) }), sayable(typed)];
    const changes = agreementFields.flatMap(({ field, label }) => (theirs[field] === yours[field] ? [] : [{ field, label, theirs: theirs[field], yours: yours[field] }]));
    throw stale('Une autre personne vient de modifier cette convention.', known.version, changes);
  }
  await setAgreementForms(ctx, { partnershipId, agreementId }, formIds);
}

type Said = { title: string; startsOn: string | null; endsOn: string | null; signedOn: string | null; renewal: Renewal; noticeDays: number | null; comment: string | null };

/** The values as a person compares them. */
function sayable(said: Said): Record<(typeof agreementFields)[number]['field'], string> {
  const day = (value: string | null) => value?.split('-').reverse().join('/') ?? '';
  return { title: said.title, startsOn: day(said.startsOn), endsOn: day(said.endsOn), signedOn: day(said.signedOn), renewal: renewals[said.renewal].label, noticeDays: String(said.noticeDays ?? ''), comment: said.comment ?? '' };
}
