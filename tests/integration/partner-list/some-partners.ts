import { addPartner } from '~/domain/partner/add-partner.server';
import type { PartnerList } from '~/domain/partner/list/list-partners.server';
import { asSystem } from '~/server/db.server';
import type { missionLocale } from '../../support/agencies';

type Agency = Awaited<ReturnType<typeof missionLocale>>;

/** Adds partners to an agency, as an officer types them. Their ids, in the same order. */
export async function partners(agency: Agency, typed: Parameters<typeof addPartner>[1][]): Promise<string[]> {
  const ids: string[] = [];
  await agency.as('officer').run(async (ctx) => {
    for (const one of typed) ids.push((await addPartner(ctx, one)).partnershipId);
  });
  return ids;
}

/** A person at a partner, known by her telephone. */
export async function addContact(agency: Agency, partnerName: string, phone: string): Promise<void> {
  await agency.as('officer').run(async ({ db }) => {
    const { id } = await db.partnership.findFirstOrThrow({ where: { organisation: { name: partnerName } } });
    await db.contact.create({ data: { partnershipId: id, lastName: 'Essai', phone: `+33${phone.replace(/\D/g, '').slice(1)}` } });
  });
}

/** What the worker does after a change. */
export const learnWords = () => asSystem('a test learns the words of its partners', (db) => db.$queryRaw`SELECT search.learn_words()`);

export const named = ({ rows }: PartnerList) => rows.map(({ name }) => name);
