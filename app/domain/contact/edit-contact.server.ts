import type { Ctx } from '~/access/context';
import { stale } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { contactFields } from './contact-fields';
import { contactOf } from './contact-of.server';
import { contactSchema, type TypedContact } from './contact.schema';

export type EditContact = { partnershipId: string; contactId: string; version: number } & TypedContact;

/** Corrects a contact. Throws `invalid(field)`, and `stale` with the differing fields when somebody corrected it meanwhile. */
export async function editContact(ctx: Ctx, { partnershipId, contactId, version, ...input }: EditContact): Promise<void> {
  const contact = await contactOf(ctx, { partnershipId, contactId });
  const typed = readInput(contactSchema, input);
  if (typed.isMain && !contact.isMain) await ctx.db.contact.updateMany({ where: { partnershipId, isMain: true }, data: { isMain: false } });
  // Nobody stops being the main one by an unticked box: another one is chosen instead.
  const { count } = await ctx.db.contact.updateMany({ where: { id: contactId, version }, data: { ...typed, isMain: typed.isMain || contact.isMain } });
  if (count > 0) return;
  const changes = contactFields.flatMap(({ field, label }) => {
    const [theirs, yours] = [contact[field] ?? '', typed[field] ?? ''];
    return theirs === yours ? [] : [{ field, label, theirs, yours }];
  });
  throw stale('Une autre personne vient de modifier cet interlocuteur.', contact.version, changes);
}
