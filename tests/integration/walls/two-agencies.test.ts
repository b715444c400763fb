import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/access/actor';
import { may, type Permission, type Role } from '~/access/permissions';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { doorOf } from '~/server/http.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { commandsOf, everyRoute, type Route } from '../../support/doors';
import { visit, withoutIds, type Answer } from '../../support/visits';
import { secret, wholeLife, type Things } from '../../support/whole-life';
import { madeUpSiret } from '../partner/made-up-siret';

useDatabase();

/**
 * Two agencies work with one organisation. What is true of it is common; what one lives with it does not exist for the other: no
 * address, export, search, count, list, history or message tells it, not even by being refused in other words than what never was.
 */
type Agency = Awaited<ReturnType<typeof missionLocale>>;
/** Between them they open every address of an agency. Walls do not look at roles: the first who may is enough. */
const theirRoles: Role[] = ['officer', 'admin', 'manager', 'counsellor'];
/** Nobody of an agency, where it is the platform's: then all are refused alike, and the first asks. */
const whoMay = (door: unknown) => people.get(theirRoles.find((role) => may(role, door as Permission)) ?? 'officer')!;
/** What an address may hold that is no thing of an agency. */
const noThing = ['token', 'set', 'file', 'keptId'];
const siret = madeUpSiret();

let routes: Route[] = [];
let ours: Agency;
let theirs: Agency;
/** What we live with the organisation. */
let things: Things;
/** Ids of nothing, under the same names. */
let nothing: Things;
let theirPartnershipId = '';
let people: Map<Role, Actor>;
/** What they read everywhere before we lived anything with it, and after. */
let before: Map<string, Answer>;
let after: Map<string, Answer>;

beforeAll(async () => {
  routes = (await everyRoute()).filter(({ module }) => [doorOf(module.loader), ...commandsOf({ file: '', address: '', module }).map(({ door }) => door)].some((door) => door && door !== 'public'));
  [ours, theirs] = [await missionLocale({ name: 'Mission Locale d’ici' }), await missionLocale({ name: 'Mission Locale d’à côté' })];
  const { partnershipId } = await ours.as('officer').do(addPartner, { name: 'Scierie du Col', siret, phone: '05 36 49 12 08', postcode: '65000', commune: 'Tarbes' });
  theirPartnershipId = (await theirs.as('officer').do(addPartner, { name: 'Scierie du Col', siret })).partnershipId;
  people = new Map(await Promise.all(theirRoles.map(async (role) => [role, await theirs.person(role)] as const)));
  before = await everythingTheyRead();
  things = await wholeLife(ours, partnershipId);
  after = await everythingTheyRead();
  nothing = Object.fromEntries(Object.keys(things).map((name) => [name, crypto.randomUUID()]));
}, 120_000);

const set = 'etiquettes';
const readerOf = ({ module }: Route) => whoMay(doorOf(module.loader));
const reads = () => routes.filter(({ module }) => doorOf(module.loader) && doorOf(module.loader) !== 'public');
/** What one would try after an address: the ids of our lists, tags, people, tasks; words and figures of ours, in the list and its file. */
const searches = (ids: Things) => [
  '',
  `?${new URLSearchParams({ liste: ids.listId!, etiquette: ids.tagId!, referent: ids.officerId!, typologie: ids.kindId!, forme: ids.formId!, de: ids.officerId!, modifier: ids.taskId!, renommer: ids.listId!, ligne: ids.exchangeId!, personne: ids.officerId! })}`,
  `?q=${secret}&name=${secret}&format=csv`,
  '?q=77777&archives=oui&format=xlsx',
  '?de=equipe&voir=faites',
];

/** Every address that they may open, each word of it, by address. Their own ids stand in it. */
async function everythingTheyRead(): Promise<Map<string, Answer>> {
  const read = new Map<string, Answer>();
  for (const route of reads()) {
    for (const search of /:/.test(route.address) ? [''] : ['', '?q=scierie&format=csv']) {
      const answer = await visit(route, readerOf(route), { params: { partnerId: theirPartnershipId, set }, search });
      read.set(`${route.file}${search}`, withoutIds(answer, {}));
    }
  }
  return read;
}

/** Where the two differ, with the words around it. */
function differences(pairs: [string, Answer, Answer][]): string[] {
  return pairs.flatMap(([where, one, other]) => {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
    if (a === b) return [];
    const from = Math.max(0, [...a].findIndex((letter, at) => letter !== b[at]) - 60);
    return [`${where}: ${a.slice(from, from + 160)} ≠ ${b.slice(from, from + 160)}`];
  });
}

test('every name that an address holds is a thing that this test knows', () => {
  const names = routes.flatMap(({ address }) => [...address.matchAll(/:(\w+)/g)].map(([, name]) => name!));
  expect([...new Set(names)].filter((name) => !(name in things) && !noThing.includes(name)), 'add one to tests/support/whole-life.ts').toEqual([]);
});

describe('the other agency, with our ids', () => {
  test('gets at every address the very answer of what never was', { timeout: 120_000 }, async () => {
    const pairs: [string, Answer, Answer][] = [];
    for (const route of reads()) {
      // Ours from end to end, then ours below a partner of their own, then in what follows the address.
      const ways: { own: Things; ranks: number[] }[] = /:/.test(route.address) ? [{ own: {}, ranks: [0] }, { own: { partnerId: theirPartnershipId }, ranks: [0, 1] }] : [{ own: {}, ranks: [1, 2, 3, 4] }];
      for (const { own, ranks } of ways) {
        for (const rank of ranks) {
          const ask = async (ids: Things) => withoutIds(await visit(route, readerOf(route), { params: { ...ids, ...own, set }, search: searches(ids)[rank] }), ids);
          pairs.push([`${route.file} ${searches(things)[rank]?.slice(0, 20)}`, await ask(things), await ask(nothing)]);
        }
      }
    }
    expect(pairs.length).toBeGreaterThan(200);
    expect(differences(pairs)).toEqual([]);
  });

  test('gets from every command the very answer of what never was', { timeout: 120_000 }, async () => {
    const pairs: [string, Answer, Answer][] = [];
    for (const route of routes) {
      for (const { intent, door } of commandsOf(route)) {
        if (!door || door === 'public') continue;
        const send = async (ids: Things) => withoutIds(await visit(route, whoMay(door), { params: { ...ids, set }, form: { ...formWith(ids), intent: intent ?? '' } }), ids);
        pairs.push([`${route.file} ${intent}`, await send(things), await send(nothing)]);
      }
    }
    expect(pairs.length).toBeGreaterThan(100);
    expect(differences(pairs)).toEqual([]);
  });
});

/** All that a form could hold of these ids, beside what makes it go as far as its rows. */
function formWith(ids: Things): Record<string, string> {
  const lists = Object.fromEntries(Object.entries(ids).map(([name, id]) => [`${name}s[]`, id]));
  return {
    ...ids, ...lists, id: ids.tagId!, set, partenaire: ids.partnerId!, version: '1', organisationVersion: '1', partnershipVersion: '1', entryId: '1', column: 'phone', base: '{}', back: '/',
    label: `Changé ${ids.tagId}`, lastName: 'Changé', title: 'Changé', kind: 'call', year: '2026', amount: '10', body: 'Changé', dueOn: '2030-01-02', verb: 'archiver', sense: 'ajouter', themeCode: 'emploi', role: 'officer',
  }; // prettier-ignore
}

test('what they read of the shared organisation is what they read before we lived anything with it, the guard apart', () => {
  // The contact guard is the one thing told: the agency and the day.
  const guard = new RegExp(`\\{"on":"\\d{4}-\\d\\d-\\d\\d","agency":"${ours.name}"\\}`);
  const changed = differences([...before].map(([where, answer]) => {
    const { text, ...rest } = after.get(where)!;
    return [where, answer, { ...rest, text: text.replace(guard, '') }];
  }));
  expect(changed).toEqual([]);
  const told = [...after].filter(([, { text }]) => text.includes(ours.name)).map(([where]) => where.split('?')[0]);
  expect([...new Set(told)]).toEqual(['routes/staff/partners/record.tsx']);
  expect([...after].filter(([, { text }]) => text.includes(secret)).map(([where]) => where)).toEqual([]);
});

test('a fact that we correct is theirs at once, signed « Une autre Mission Locale »', async () => {
  await ours.as('officer').do(editOrganisation, { partnershipId: things.partnerId!, phone: '05 36 49 99 99', description: 'Scie du chêne' });
  const route = routes.find(({ file }) => file.endsWith('partners/overview.tsx'))!;
  const { text } = await visit(route, await theirs.person('officer'), { params: { partnerId: theirPartnershipId } });
  expect(text).toContain('Scie du chêne');
  const { groups, people: named } = await theirs.as('officer').run((ctx) => partnerHistory(ctx, theirPartnershipId));
  const correction = groups.find(({ lines }) => lines.some(({ to }) => to === 'Scie du chêne'));
  expect(correction?.who).toBe('Une autre Mission Locale');
  expect(named.map(({ value }) => value)).not.toContain(things.officerId);
  // And nothing else of ours stands in their history.
  expect(JSON.stringify(groups)).not.toContain(secret);
});
