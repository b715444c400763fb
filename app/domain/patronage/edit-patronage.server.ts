import type { Ctx } from '~/access/context';
import { stale } from '~/domain/errors';
import { dayOfDate } from '~/domain/text/typed-day';
import { patronageFields, patronageKinds } from './patronage';
import type { TypedPatronage } from './patronage.schema';
import { checkContact, patronageOf } from './patronage-of.server';
import { typeableAmount } from './amount';
import { writtenPatronage } from './write-patronage';

export type EditPatronage = { partnershipId: string; patronageId: string; version: number } & TypedPatronage;

/** Corrects a gift. Throws `invalid(field)`, and `stale` with the differing fields when somebody corrected it meanwhile. */
export async function editPatronage(ctx: Ctx, { partnershipId, patronageId, version, ...input }: EditPatronage): Promise<void> {
  const known = await patronageOf(ctx, { partnershipId, patronageId });
  const { typed, row } = writtenPatronage(input, ctx.now);
  await checkContact(ctx, partnershipId, row.contactId);
  const { count } = await ctx.db.patronage.updateMany({ where: { id: patronageId, version }, data: row });
  if (count > 0) return;
  const theirs = sayable({ ...known, amount: known.amount?.toFixed(2) ?? null, promisedOn: dayOfDate(known.promisedOn), receivedOn: dayOfDate(known.receivedOn), receiptOn: dayOfDate(known.receiptOn), renewalOn: dayOfDate(known.renewalOn) });
  const yours = sayable(typed);
  throw stale(
    'Une autre personne vient de modifier ce don.',
    known.version,
    patronageFields.flatMap(({ field, label }) => (theirs[field] === yours[field] ? [] : [{ field, label, theirs: theirs[field], yours: yours[field] }])),
  );
}

type Said = Omit<ReturnType<typeof writtenPatronage>['typed'], 'contactId'>;

/** The values as a person compares them. */
function sayable(gift: Said): Record<(typeof patronageFields)[number]['field'], string> {
  const day = (value: string | null) => value?.split('-').reverse().join('/') ?? '';
  return {
    kind: patronageKinds[gift.kind].label, year: String(gift.year), amount: typeableAmount(gift.amount), purpose: gift.purpose ?? '', promisedOn: day(gift.promisedOn), receivedOn: day(gift.receivedOn),
    receiptOn: day(gift.receiptOn), receiptNumber: gift.receiptNumber ?? '', renewalOn: day(gift.renewalOn), comment: gift.comment ?? '',
  };
}
