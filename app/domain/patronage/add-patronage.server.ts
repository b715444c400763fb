import type { Ctx } from '~/access/context';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import type { TypedPatronage } from './patronage.schema';
import { checkContact } from './patronage-of.server';
import { writtenPatronage } from './write-patronage';

/** Writes what the partner gives, or promises. Throws `invalid(field)`. */
export async function addPatronage(ctx: Ctx, { partnershipId, ...input }: { partnershipId: string } & TypedPatronage): Promise<{ patronageId: string }> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  const { row } = writtenPatronage(input, ctx.now);
  await checkContact(ctx, id, row.contactId);
  const gift = await ctx.db.patronage.create({ data: { ...row, partnershipId: id }, select: { id: true } });
  await ctx.emit('partner.changed', { partnershipId: id });
  return { patronageId: gift.id };
}
