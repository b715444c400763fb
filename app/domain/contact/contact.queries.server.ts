import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import type { ContactChannel } from './channels';
import type { CardOfContact } from './vcard';

export type ContactRow = {
  id: string; firstName: string | null; lastName: string; jobTitle: string | null; phone: string | null; email: string | null; preference: string | null; channel: ContactChannel | null; origin: string | null;
  informedOn: string | null; isMain: boolean; leftAt: Date | null; version: number;
  /** Other partners of ours where somebody in place has the same telephone or address: the same person, most likely. */
  elsewhere: { partnershipId: string; name: string }[];
};

/** The contacts of a partnership: the main one first, those who left last, those taken away not at all. One query. */
export async function listContacts(ctx: Ctx, partnershipId: string): Promise<ContactRow[]> {
  return ctx.db.$queryRaw<ContactRow[]>`
    SELECT c.id::text, c.first_name AS "firstName", c.last_name AS "lastName", c.job_title AS "jobTitle", c.phone, c.email, c.preference, c.channel::text, c.origin, c.informed_on::text AS "informedOn",
      c.is_main AS "isMain", c.left_at AS "leftAt", c.version,
      (SELECT coalesce(json_agg(json_build_object('partnershipId', s.partnership_id, 'name', s.name) ORDER BY s.name), '[]') FROM search.partner_of_agency s WHERE s.partnership_id IN (
        SELECT o.partnership_id FROM contact o WHERE o.mission_locale_id = c.mission_locale_id AND o.phone = c.phone AND o.partnership_id <> c.partnership_id AND o.deleted_at IS NULL AND o.left_at IS NULL
        UNION SELECT o.partnership_id FROM contact o WHERE o.mission_locale_id = c.mission_locale_id AND o.email = c.email AND o.partnership_id <> c.partnership_id AND o.deleted_at IS NULL AND o.left_at IS NULL
        LIMIT 5)) AS elsewhere
    FROM contact c WHERE c.partnership_id = ${partnershipId}::uuid AND c.deleted_at IS NULL
    ORDER BY c.left_at NULLS FIRST, c.is_main DESC, c.last_name, c.id`;
}

/** What a vCard tells of a contact and of where they work. Throws `notFound`. */
export async function contactToSend(ctx: Ctx, { partnershipId, contactId }: { partnershipId: string; contactId: string }): Promise<CardOfContact> {
  const contact = await ctx.db.contact.findFirst({ where: { id: contactId, partnershipId, deletedAt: null }, include: { partnership: { include: { organisation: { include: { commune: { select: { name: true } } } } } } } });
  if (!contact) throw notFound('Cet interlocuteur n’existe pas, ou plus.');
  const { organisation } = contact.partnership;
  const { id, firstName, lastName, jobTitle, phone, email, channel, updatedAt } = contact;
  return { id, firstName, lastName, jobTitle, phone, email, channel, organisation: organisation.name, website: organisation.website, address: { line: organisation.addressLine, postcode: organisation.postcode, town: organisation.commune?.name ?? null }, changedAt: updatedAt };
}

/** Whom to propose in a form: the people in place, the main one first. Those who left never are. */
export async function contactChoices(ctx: Ctx, partnershipId: string): Promise<{ value: string; label: string }[]> {
  const people = await ctx.db.contact.findMany({
    where: { partnershipId, deletedAt: null, leftAt: null },
    orderBy: [{ isMain: 'desc' }, { lastName: 'asc' }, { id: 'asc' }],
    select: { id: true, firstName: true, lastName: true, jobTitle: true },
  });
  return people.map(({ id, firstName, lastName, jobTitle }) => ({ value: id, label: [[firstName, lastName].filter(Boolean).join(' '), jobTitle].filter(Boolean).join(', ') }));
}
