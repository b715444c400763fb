import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { roles } from '~/access/permissions';
import { asSystem, closeDatabase } from '~/server/db.server';
import { log } from '~/server/log.server';
import { seedAgencies, seedPartnerAccount } from './demo-agencies';
import { seedPartnerships } from './demo-partnerships';
import { demoAgencies, demoPartner, demoPassword, demoPlatform, demoRegional, emailOf, type DemoPerson } from './demo-people';

/**
 * The demonstration: a fictional Mission Locale in the Hautes-Pyrénées, a neighbour, and three years of life. Made once in a
 * database, by the domain's own commands: data that the rules refuse cannot exist here either.
 */
const from = Date.now();
const exists = await asSystem('is there a demonstration already', (db) => db.missionLocale.count({ where: { isDemo: true } }));
if (exists === 0) {
  await seedAgencies();
  const { partnerOrganisationId } = await seedPartnerships();
  await seedPartnerAccount(partnerOrganisationId);
  log({ what: 'demo', ms: Date.now() - from });
}
tellAccounts();
await closeDatabase();

/** The accounts that `npm start` prints. */
function tellAccounts() {
  const signIn: DemoPerson[] = [...demoAgencies.adour.people, ...demoAgencies.gascogne.people, demoRegional, demoPartner, demoPlatform];
  const accounts = signIn
    .filter(({ invited, left }) => !invited && !left)
    .map((person) => ({ name: `${person.firstName} ${person.lastName}`, email: emailOf(person), password: demoPassword, role: roles[person.role] }));
  const file = process.env.DEMO_FILE ?? 'var/run/demo.json';
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ accounts }, null, 2)}\n`);
}
