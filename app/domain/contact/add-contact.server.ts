import type { Ctx } from '~/access/context';
import { readInput } from '~/domain/partner/read-input';
import { partnershipOf } from '~/domain/partnership/partnership-of.server';
import { contactSchema, type TypedContact } from './contact.schema';

/** Adds a person to reach at the partner. The first one is the main one. Throws `invalid(field)`. */
export async function addContact(ctx: Ctx, { partnershipId, ...input }: { partnershipId: string } & TypedContact): Promise<{ contactId: string }> {
  const { id } = await partnershipOf(ctx, partnershipId);
  const typed = readInput(contactSchema, input);
  const others = await ctx.db.contact.count({ where: { partnershipId: id, isMain: true, deletedAt: null, leftAt: null } });
  const isMain = typed.isMain || others === 0;
  if (isMain) await ctx.db.contact.updateMany({ where: { partnershipId: id, isMain: true }, data: { isMain: false } });
  const contact = await ctx.db.contact.create({ data: { ...typed, isMain, partnershipId: id }, select: { id: true } });
  return { contactId: contact.id };
}
