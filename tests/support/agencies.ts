import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import type { Role } from '~/access/permissions';
import { asActor, asSystem } from '~/server/db.server';

/** An agency for a test, and people of each role in it: `const brest = await missionLocale(); await brest.as('officer').do(addPartner, {…})`. */
export async function missionLocale({ name = `Mission Locale d’essai ${serial()}`, regionCode = '76', departementCode = '65' } = {}) {
  const agency = await asSystem('a test makes an agency', (db) => db.missionLocale.create({ data: { name, regionCode, departementCode } }));
  const people = new Map<Role, Promise<Actor>>();
  const person = (role: Role) => {
    const known = people.get(role) ?? member({ role, missionLocaleId: agency.id, placeName: name });
    people.set(role, known);
    return known;
  };
  return {
    id: agency.id,
    name,
    person,
    /** A second person of the same role. */
    another: (role: Role) => member({ role, missionLocaleId: agency.id, placeName: name }),
    as: (role: Role) => acting(() => person(role)),
  };
}

/** A reader of a whole region. */
export const regionalReader = (regionCode = '76') => acting(() => member({ role: 'regional', regionCode, placeName: 'Région' }));

/** Somebody who does things: each call is one transaction behind their walls, as in a request. */
export function acting(who: () => Promise<Actor>) {
  return {
    actor: who,
    do: async <I, O>(verb: (ctx: Ctx, input: I) => Promise<O>, input: I): Promise<O> => asActor(await who(), crypto.randomUUID(), (ctx) => verb(ctx, input)),
    run: async <O>(work: (ctx: Ctx) => Promise<O>): Promise<O> => asActor(await who(), crypto.randomUUID(), work),
  };
}

type Place = { role: Role; missionLocaleId?: string; regionCode?: string; organisationId?: string; placeName: string };

export async function member({ role, missionLocaleId, regionCode, organisationId, placeName }: Place): Promise<Actor> {
  const number = serial();
  return asSystem('a test makes a person', async (db) => {
    const user = await db.user.create({ data: { email: `${role.toLowerCase()}.${number}@ml.example`, firstName: 'Camille', lastName: `Essai${number}` } });
    const membership = await db.membership.create({ data: { userId: user.id, role, missionLocaleId, regionCode, organisationId } });
    return {
      userId: user.id, sessionId: crypto.randomUUID(), membershipId: membership.id, role, firstName: user.firstName, lastName: user.lastName, email: user.email,
      missionLocaleId: missionLocaleId ?? null, regionCode: regionCode ?? null, organisationId: organisationId ?? null, placeName,
    };
  });
}

let last = 0;
const serial = () => `${process.pid}${(last += 1)}`;
