import type { Ctx } from '~/access/context';
import { stale } from '~/domain/errors';
import { contactFields } from './contact-fields';
import { contactOf } from './contact-of.server';
import { dayOfDate } from '~/domain/text/typed-day';
import { channels } from './channels';
import type { TypedContact } from './contact.schema';
import { whatIsMissing } from './what-is-missing';
import { writtenContact, type WrittenContact } from './write-contact';

export type EditContact = { partnershipId: string; contactId: string; version: number } & TypedContact;

/** Corrects a contact. Throws `invalid(field)`, and `stale` with the differing fields when somebody corrected it meanwhile. */
export async function editContact(ctx: Ctx, { partnershipId, contactId, version, ...input }: EditContact): Promise<{ missing: string | null }> {
  const contact = await contactOf(ctx, { partnershipId, contactId });
  const { typed, row } = writtenContact(input, ctx.now);
  if (typed.isMain && !contact.isMain) await ctx.db.contact.updateMany({ where: { partnershipId, isMain: true }, data: { isMain: false } });
  // Nobody stops being the main one by an unticked box: another one is chosen instead.
  const { count } = await ctx.db.contact.updateMany({ where: { id: contactId, version }, data: { ...row, isMain: typed.isMain || contact.isMain } });
  if (count > 0) {
    await ctx.emit('contact.changed', { partnershipId });
    return { missing: whatIsMissing(typed) };
  }
  const [theirs, yours] = [sayable({ ...contact, informedOn: dayOfDate(contact.informedOn) }), sayable(typed)];
  const changes = contactFields.flatMap(({ field, label }) => (theirs[field] === yours[field] ? [] : [{ field, label, theirs: theirs[field], yours: yours[field] }]));
  throw stale('Une autre personne vient de modifier cet interlocuteur.', contact.version, changes);
}

/** The values as a person compares them. */
function sayable(said: Omit<WrittenContact, 'isMain'>): Record<(typeof contactFields)[number]['field'], string> {
  const { firstName, lastName, jobTitle, phone, email, channel, preference, origin, informedOn } = said;
  const words = { firstName, lastName, jobTitle, phone, email, channel: channel && channels[channel], preference, origin, informedOn: informedOn?.split('-').reverse().join('/') };
  return Object.fromEntries(contactFields.map(({ field }) => [field, words[field] ?? ''])) as Record<(typeof contactFields)[number]['field'], string>;
}
