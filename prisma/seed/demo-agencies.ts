import type { Db } from '~/access/context';
import { hashPassword } from '~/domain/account/password-hash.server';
import { asSystem } from '~/server/db.server';
import { demoAgencies, demoPartner, demoPassword, demoPlatform, demoRegional, emailOf, type DemoAgency, type DemoPerson } from './demo-people';

const day = 24 * 3600 * 1000;

/** Makes the two agencies, their sites, and everybody's account. */
export async function seedAgencies(): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await asSystem('the demonstration makes its agencies and accounts', async (db) => {
    for (const agency of Object.values(demoAgencies)) await seedAgency(db, agency, passwordHash);
    await seedPerson(db, demoRegional, passwordHash, { regionCode: '76' });
    await seedPerson(db, demoPlatform, passwordHash, {});
  });
}

/** The account of a partner, bound to its organisation. */
export async function seedPartnerAccount(organisationId: string): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await asSystem('the demonstration makes a partner account', (db) => seedPerson(db, demoPartner, passwordHash, { organisationId }));
}

async function seedAgency(db: Db, { sites, people, ...facts }: DemoAgency, passwordHash: string) {
  const agency = await db.missionLocale.create({ data: { ...facts, regionCode: '76', isDemo: true } });
  const siteIds = new Map<string, string>();
  for (const { key, ...site } of sites) {
    const { id } = await db.site.create({ data: { ...site, missionLocaleId: agency.id } });
    siteIds.set(key, id);
  }
  for (const person of people) await seedPerson(db, person, passwordHash, { missionLocaleId: agency.id, siteId: person.site && siteIds.get(person.site) });
}

/** An account with its one membership. An invited person has no password yet; one who left keeps the name, for history. */
async function seedPerson(db: Db, person: DemoPerson, passwordHash: string, place: { missionLocaleId?: string; regionCode?: string; organisationId?: string; siteId?: string }) {
  const { firstName, lastName, phone, role, seen, invited, left } = person;
  const lastSeenAt = seen === undefined ? null : new Date(Date.now() - seen * day - 3 * 3600 * 1000);
  const user = await db.user.create({ data: { firstName, lastName, phone, email: emailOf(person), lastSeenAt, ...(left && { deactivatedAt: new Date(Date.now() - 200 * day) }) } });
  if (!invited) await db.credential.create({ data: { userId: user.id, passwordHash, passwordChangedAt: new Date() } });
  await db.membership.create({ data: { userId: user.id, role, ...place, ...(left && { endedAt: new Date(Date.now() - 200 * day) }) } });
  return user;
}
