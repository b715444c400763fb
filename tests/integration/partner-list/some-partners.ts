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

/** All that a generator gives. */
export async function linesOf<T>(generator: AsyncIterable<T>): Promise<T[]> {
  const lines: T[] = [];
  for await (const line of generator) lines.push(line);
  return lines;
}

type Plain = { name: string; departementCode?: string; communeCode?: string; kindCode?: string; latitude?: number | null; longitude?: number | null };

/** Many partners at once, in a few statements: one by one, the commands would take longer than the test itself. */
export async function manyPartners(agency: Agency, plain: Plain[]): Promise<string[]> {
  return agency.as('officer').run(async ({ db, actor }) => {
    const kinds = new Map((await db.organisationKind.findMany({ where: { code: { not: null } } })).map(({ code, id }) => [code, id] as const));
    const rows = plain.map(({ kindCode = 'entreprise', ...facts }) => ({ ...facts, id: crypto.randomUUID(), nameKey: facts.name, kindId: kinds.get(kindCode)!, homeMissionLocaleId: actor.missionLocaleId }));
    await db.organisation.createMany({ data: rows });
    const partnerships = rows.map(({ id }) => ({ id: crypto.randomUUID(), organisationId: id }));
    await db.partnership.createMany({ data: partnerships });
    return partnerships.map(({ id }) => id);
  });
}
