import type { Ctx } from '~/access/context';
import { notFound, stale } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { dayOfDate } from '~/domain/text/typed-day';
import type { z } from '~/domain/zod';
import { nationalAgreementFields } from './national-agreement';
import { nationalAgreementSchema, type TypedNationalAgreement } from './national-agreement.schema';
import { rowOf } from './row-of.server';

export type EditNationalAgreement = { agreementId: string; version: number } & TypedNationalAgreement;

/** Corrects a national agreement. Throws `invalid(field)`, and `stale` with the differing fields when somebody corrected it meanwhile. */
export async function editNationalAgreement(ctx: Ctx, { agreementId, version, ...input }: EditNationalAgreement): Promise<void> {
  const typed = readInput(nationalAgreementSchema, input);
  const { count } = await ctx.db.nationalAgreement.updateMany({ where: { id: agreementId, version }, data: await rowOf(ctx, typed) });
  if (count > 0) return;
  const known = await ctx.db.nationalAgreement.findFirst({ where: { id: agreementId } });
  if (!known) throw notFound('Cet accord n’existe pas, ou plus.');
  const [theirs, yours] = [sayable({ ...known, startsOn: dayOfDate(known.startsOn), endsOn: dayOfDate(known.endsOn) }), sayable(typed)];
  throw stale(
    'Une autre personne vient de modifier cet accord.',
    known.version,
    nationalAgreementFields.flatMap(({ field, label }) => (theirs[field] === yours[field] ? [] : [{ field, label, theirs: theirs[field], yours: yours[field] }])),
  );
}

type Said = Omit<z.output<typeof nationalAgreementSchema>, 'formIds'>;

/** The values as a person compares them. */
function sayable(said: Said): Record<(typeof nationalAgreementFields)[number]['field'], string> {
  const day = (value: string | null) => value?.split('-').reverse().join('/') ?? '';
  return { title: said.title, startsOn: day(said.startsOn), endsOn: day(said.endsOn), says: said.says ?? '', link: said.link ?? '', contactName: said.contactName ?? '', contactEmail: said.contactEmail ?? '', contactPhone: said.contactPhone ?? '' };
}
