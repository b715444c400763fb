import type { Ctx } from '~/access/context';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import type { TypedContact } from './contact.schema';
import { whatIsMissing } from './what-is-missing';
import { writtenContact } from './write-contact';

/** Adds a person to reach at the partner. The first one is the main one. `missing` says what lacks to reach them. Throws `invalid(field)`. */
export async function addContact(ctx: Ctx, { partnershipId, ...input }: { partnershipId: string } & TypedContact): Promise<{ contactId: string; missing: string | null }> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  const { row } = writtenContact(input, ctx.now);
  const others = await ctx.db.contact.count({ where: { partnershipId: id, isMain: true, deletedAt: null, leftAt: null } });
  const isMain = row.isMain || others === 0;
  if (isMain) await ctx.db.contact.updateMany({ where: { partnershipId: id, isMain: true }, data: { isMain: false } });
  const contact = await ctx.db.contact.create({ data: { ...row, isMain, partnershipId: id }, select: { id: true } });
  await ctx.emit('contact.changed', { partnershipId: id });
  return { contactId: contact.id, missing: whatIsMissing(row) };
}
