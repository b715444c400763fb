import { describe, expect, test } from 'vitest';
import { readEtalab } from '~/adapters/territory/etalab';
import { addPartnerSchema } from '~/domain/partner/partner.schema';
import { contactSchema } from '~/domain/contact/contact.schema';
import { parseSiret } from '~/domain/organisation/siret';
import { nextStage, type Stage } from '~/domain/partnership/partnership.lifecycle';
import { fictionalSiret, inventPartners } from './demo-partners';
import { demoAgencies, emailOf } from './demo-people';
import { randomFrom } from './demo-random';
import { inventedCommunes } from './demo-words';

const partners = inventPartners(randomFrom(65), new Map([['65440', { latitude: 43.23, longitude: 0.08 }]]));
const fictional = /^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/;

describe('the invented partners', () => {
  test('are some 300, of every kind, each with its own name', () => {
    expect(partners.length).toBe(305);
    expect(new Set(partners.map(({ input }) => input.name)).size).toBe(305);
    expect(new Set(partners.map(({ input }) => input.kindCode)).size).toBe(18);
  });

  test('are the same every time', () => {
    expect(inventPartners(randomFrom(65), new Map([['65440', { latitude: 43.23, longitude: 0.08 }]]))).toEqual(partners);
    expect(inventPartners(randomFrom(66), new Map())).not.toEqual(partners);
  });

  test('are typed as the form asks, with telephones and addresses that reach nobody', () => {
    for (const { input, contacts } of partners) {
      const { phone, email, website } = addPartnerSchema.parse(input);
      if (phone) expect(phone).toMatch(fictional);
      if (email) expect(email).toMatch(/\.example$/);
      if (website) expect(website).toMatch(/\.example\/?$/);
      for (const contact of contacts.map((typed) => contactSchema.parse(typed))) {
        if (contact.phone) expect(contact.phone).toMatch(fictional);
        if (contact.email) expect(contact.email).toMatch(/\.example$/);
      }
    }
  });

  test('have SIRETs whose keys are right, under the lowest number of the public register', () => {
    const sirets = partners.flatMap(({ input }) => (input.siret ? [input.siret] : []));
    expect(new Set(sirets).size).toBe(sirets.length);
    for (const siret of sirets) {
      expect(parseSiret(siret)).toEqual({ ok: true, siret, restored: false });
      expect(Number(siret.slice(0, 9))).toBeLessThan(325_175);
    }
    expect(fictionalSiret(1)).toMatch(/^0000\d{10}$/);
  });

  test('live a life that the lifecycle allows, in the order of days, to the stage that they are said to be at', () => {
    for (const { moves, addedDaysAgo, stage, input } of partners) {
      let standing: { stage: Stage; stageBeforeArchive: Stage | null } = { stage: 'prospect', stageBeforeArchive: null };
      let before = addedDaysAgo;
      for (const { verb, daysAgo } of moves) {
        const to = nextStage(standing, verb);
        expect({ name: input.name, verb, to }).not.toMatchObject({ to: null });
        expect(daysAgo).toBeLessThanOrEqual(before);
        standing = { stage: to!, stageBeforeArchive: to === 'archived' ? standing.stage : null };
        before = daysAgo;
      }
      expect({ name: input.name, stage: standing.stage }).toEqual({ name: input.name, stage });
    }
  });

  test('have town halls of communes that do not exist', () => {
    const real = new Set(readEtalab<{ nom: string }>('communes').map(({ nom }) => nom.toLowerCase()));
    expect(inventedCommunes.filter((name) => real.has(name.toLowerCase()))).toEqual([]);
  });
});

test('everybody of the demonstration has an address of their own, at a domain that cannot exist', () => {
  const emails = Object.values(demoAgencies).flatMap(({ people }) => people.map(emailOf));
  expect(new Set(emails).size).toBe(emails.length);
  for (const email of emails) expect(email).toMatch(/^[a-z]+\.[a-z]+@maillage\.example$/);
});
