import { describe, expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { duplicateOffer } from '~/domain/offer/duplicate-offer.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { forgetNames, giveBack, register, release } from '~/domain/offer/session/register.server';
import type { TypedSession } from '~/domain/offer/session/session.schema';
import { sessionsOf } from '~/domain/offer/session/sessions.queries.server';
import { addSession, cancelSession, editSession } from '~/domain/offer/session/write-session.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
const run: TypedSession = { startsOn: '2086-01-15', startsAt: '9 h 30', endsAt: '12:00', seats: '3' };

async function workshop(place: Parameters<typeof missionLocale>[0] = {}) {
  const ml = await missionLocale(place);
  const officer = ml.as('officer');
  const { offerId } = await officer.do(addOffer, { kind: 'workshop', title: 'Atelier CV', description: 'Deux heures.', audience: 'network' });
  const session = async (more: Partial<TypedSession> = {}) => (await officer.do(addSession, { offerId, ...run, ...more })).sessionId;
  const seen = async () => (await officer.run((ctx) => sessionsOf(ctx, offerId)));
  const list = async (state: 'seated' | 'waiting') => (await seen()).registered.filter((one) => one.state === state).map(({ label }) => label);
  return { ml, officer, offerId, session, seen, list };
}

test('cinquante inscriptions au même instant sur les trois dernières places : trois assises, quarante-sept en attente dans l’ordre ; une place libérée va à la première', async () => {
  const { officer, offerId, session, seen, list } = await workshop();
  const sessionId = await session({ seats: '5' });
  for (const label of ['Ana', 'Bob']) await officer.do(register, { offerId, sessionId, label });
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => officer.do(register, { offerId, sessionId, label: `Jeune ${index}` })));
  expect(answers.filter(({ state }) => state === 'seated')).toHaveLength(3);
  expect(answers.filter(({ state }) => state === 'waiting').map(({ rank }) => rank).sort((a, b) => a - b)).toEqual(Array.from({ length: 47 }, (_, index) => index + 1));
  expect((await list('seated')).length).toBe(5);
  const waiting = await list('waiting');
  expect(waiting).toEqual(answers.map(({ state, rank }, index) => ({ state, rank, label: `Jeune ${index}` })).filter(({ state }) => state === 'waiting').sort((a, b) => a.rank - b.rank).map(({ label }) => label));
  expect((await seen()).sessions).toMatchObject([{ left: 0, waiting: 47 }]);
  const ana = (await seen()).registered.find(({ label }) => label === 'Ana')!;
  const given = { offerId, sessionId, registrationId: ana.id };
  expect((await Promise.all([officer.do(release, given), officer.do(release, given)])).map(({ promoted }) => promoted).sort()).toEqual([waiting[0], null]);
  expect([(await list('seated')).at(-1), (await list('waiting'))[0], (await list('waiting')).length]).toEqual([waiting[0], waiting[1], 46]);
}, 60_000);

test('une place libérée par erreur se remet : à sa place s’il en reste une, sinon en attente à son rang ; personne n’est renvoyé', async () => {
  const { officer, offerId, session, list, seen } = await workshop();
  const sessionId = await session({ seats: '2' });
  const ids: Record<string, string> = {};
  for (const label of ['Ana', 'Bob', 'Cléo', 'Dan']) ids[label] = (await officer.do(register, { offerId, sessionId, label })).registrationId;
  const of = (label: string) => ({ offerId, sessionId, registrationId: ids[label]! });
  expect(await officer.do(release, of('Ana'))).toEqual({ promoted: 'Cléo' });
  expect((await seen()).registered.filter(({ state }) => state === 'released').map(({ label }) => label)).toEqual(['Ana']);
  expect(await officer.do(giveBack, of('Ana'))).toEqual({ label: 'Ana', state: 'waiting', rank: 1 });
  expect(await officer.do(giveBack, of('Ana'))).toBeNull();
  expect([await list('seated'), await list('waiting')]).toEqual([['Bob', 'Cléo'], ['Ana', 'Dan']]);
  await officer.do(release, of('Dan'));
  expect(await officer.do(release, of('Cléo'))).toEqual({ promoted: 'Ana' });
  await officer.do(release, of('Bob'));
  const both = await Promise.all([officer.do(giveBack, of('Bob')), officer.do(giveBack, of('Bob')), officer.do(giveBack, of('Dan'))]);
  expect(both.filter((one) => one?.state === 'seated')).toHaveLength(1);
  expect((await seen()).sessions).toMatchObject([{ left: 0, waiting: 1 }]);
  await officer.do(register, { offerId, sessionId, label: 'cleo' });
  expect(await refusalOf(officer.do(giveBack, of('Cléo')))).toMatchObject({ message: expect.stringContaining('de nouveau') as string, refusal: { kind: 'conflict' } });
});

test('on ne s’inscrit pas à l’atelier d’une offre retirée ou archivée', async () => {
  const { officer, offerId, session } = await workshop();
  const sessionId = await session();
  await officer.do(moveOffer, { offerId, verb: 'publish' });
  await officer.do(moveOffer, { offerId, verb: 'withdraw' });
  expect(await refusalOf(officer.do(register, { offerId, sessionId, label: 'Ana' }))).toMatchObject({ message: expect.stringMatching(/n’est plus proposée/) as string, refusal: { kind: 'conflict' } });
  await officer.do(moveOffer, { offerId, verb: 'publish' });
  await officer.do(register, { offerId, sessionId, label: 'Ana' });
});

test('plus de places : les premiers en attente entrent ; moins que d’assis : refusé, en le disant', async () => {
  const { officer, offerId, session, list, seen } = await workshop();
  const sessionId = await session({ seats: '1' });
  for (const label of ['Ana', 'Bob', 'Cléo', 'Dan']) await officer.do(register, { offerId, sessionId, label });
  const version = () => seen().then(({ sessions }) => sessions[0]!.version);
  expect(await officer.do(editSession, { offerId, sessionId, version: await version(), ...run, seats: '3' })).toEqual({ promoted: 2 });
  expect([await list('seated'), await list('waiting')]).toEqual([['Ana', 'Bob', 'Cléo'], ['Dan']]);
  expect(await refusalOf(officer.do(editSession, { offerId, sessionId, version: await version(), ...run, seats: '2' }))).toMatchObject({ message: expect.stringMatching(/3 personnes ont une place/) as string, refusal: { kind: 'invalid', field: 'seats' } });
  expect(await refusalOf(officer.do(editSession, { offerId, sessionId, version: 1, ...run }))).toMatchObject({ refusal: { kind: 'stale' } });
});

describe('une session mal dite', () => {
  test.each<[string, Partial<TypedSession>, string, RegExp]>([
    ['finit avant de commencer', { startsAt: '14h', endsAt: '9h' }, 'endsAt', /finit avant/],
    ['finit un jour d’avant', { endsOn: '2086-01-14' }, 'endsOn', /finit avant/],
    ['moins deux places', { seats: '-2' }, 'seats', /nombre de places/],
    ['sans places', { seats: '' }, 'seats', /nombre de places/],
    ['à une heure sautée', { startsOn: '2086-03-31', startsAt: '2h30', endsAt: '5h' }, 'startsAt', /n’existe pas cette nuit-là/],
    ['à une heure qui vient deux fois', { startsOn: '2086-10-27', startsAt: '2h30', endsAt: '5h' }, 'startsAt', /vient deux fois/],
    ['à 25 heures', { startsAt: '25h' }, 'startsAt', /Une heure, comme/],
    ['sans jour', { startsOn: '' }, 'startsOn', /Indiquez le jour/],
    ['hier', { startsOn: '2020-01-15' }, 'startsOn', /passée/],
  ])('%s : refusée à son champ', async (_what, more, field, sentence) => {
    const { session } = await workshop();
    expect(await refusalOf(session(more))).toMatchObject({ message: expect.stringMatching(sentence) as string, refusal: { kind: 'invalid', field } });
  });
});

test.each([
  ['une heure de moins la nuit où l’on avance', '2086-03-31', '2086-03-31T00:00:00Z', '2086-03-31T01:30:00Z'],
  ['une heure de plus la nuit où l’on recule', '2086-10-27', '2086-10-26T23:00:00Z', '2086-10-27T02:30:00Z'],
])('de 1 h à 3 h 30, %s ; relue, ses heures sont celles qui furent dites', async (_what, startsOn, from, to) => {
  const { session, seen } = await workshop();
  await session({ startsOn, startsAt: '1h', endsAt: '3h30' });
  expect((await seen()).sessions).toMatchObject([{ startsAt: new Date(from), endsAt: new Date(to), from: `${startsOn}T01:00`, to: `${startsOn}T03:30` }]);
});

test('outre-mer, l’heure est celle du lieu', async () => {
  const { session, seen } = await workshop({ regionCode: '04', departementCode: '974' });
  await session();
  expect((await seen()).sessions).toMatchObject([{ timeZone: 'Indian/Reunion', from: '2086-01-15T09:30', startsAt: new Date('2086-01-15T05:30:00Z') }]);
});

test('on ne s’inscrit ni deux fois, ni à une session annulée ou passée', async () => {
  const { officer, offerId, session } = await workshop();
  const [open, off] = [await session(), await session()];
  await officer.do(register, { offerId, sessionId: open, label: 'Léa M.' });
  expect(await refusalOf(officer.do(register, { offerId, sessionId: open, label: 'lea m.' }))).toMatchObject({ refusal: { kind: 'invalid', field: 'label' } });
  await officer.do(cancelSession, { offerId, sessionId: off });
  expect(await refusalOf(officer.do(register, { offerId, sessionId: off, label: 'Noé' }))).toMatchObject({ message: expect.stringMatching(/annulée/) as string });
  expect(await refusalOf(officer.run((ctx) => register({ ...ctx, now: new Date('2087-01-01') }, { offerId, sessionId: open, label: 'Noé' })))).toMatchObject({ message: expect.stringMatching(/passée/) as string });
});

test('une autre agence lit les dates et les places d’une offre du réseau, jamais qui vient ; trois mois après, les noms s’oublient', async () => {
  const { officer, offerId, session, seen } = await workshop();
  const sessionId = await session();
  await officer.do(register, { offerId, sessionId, label: 'Léa M.' });
  const other = (await missionLocale({ regionCode: '53', departementCode: '29' })).as('counsellor');
  expect((await other.run((ctx) => sessionsOf(ctx, offerId))).sessions).toEqual([]);
  await officer.do(moveOffer, { offerId, verb: 'publish' as const });
  expect(await other.run((ctx) => sessionsOf(ctx, offerId))).toMatchObject({ sessions: [{ seats: 3, left: 2 }], registered: [] });
  expect(await refusalOf(other.do(register, { offerId, sessionId, label: 'Noé' }))).toMatchObject({ refusal: { kind: 'notFound' } });
  await asSystem('the night', (db) => forgetNames(db, new Date('2086-04-01')));
  expect((await seen()).registered.map(({ label }) => label)).toEqual(['Léa M.']);
  await asSystem('the night', (db) => forgetNames(db, new Date('2086-05-01')));
  expect((await seen()).registered.map(({ label }) => label)).toEqual([null]);
});

test('la prochaine session se lit dans la liste et s’y filtre, au jour du lieu ; annulée ou commencée, elle ne compte pas', async () => {
  const { officer, offerId, session } = await workshop({ regionCode: '04', departementCode: '974' });
  await officer.do(moveOffer, { offerId, verb: 'publish' as const });
  const { offerId: without } = await officer.do(addOffer, { kind: 'workshop', title: 'Sans date', description: 'Deux heures.' });
  await officer.do(moveOffer, { offerId: without, verb: 'publish' as const });
  const found = async (query: string, now?: string) => (await officer.run((ctx) => listOffers(now ? { ...ctx, now: new Date(now) } : ctx, readOfferFilters(new URLSearchParams(`tri=date&${query}`)).filters))).rows.filter(({ isOurs }) => isOurs).map(({ title, nextSession }) => [title, nextSession]).sort();
  expect(await found('session=2086-12-31')).toEqual([]);
  const early = await session({ startsOn: '2086-01-10', startsAt: '1h', endsAt: '3h', seats: '2' }); // at home, the 9th still
  await session({ startsOn: '2086-01-15' });
  await officer.do(register, { offerId, sessionId: early, label: 'Ana' });
  const next = { from: '2086-01-10T01:00', left: 1 };
  expect(await found('')).toEqual([['Atelier CV', next], ['Sans date', null]]);
  expect(await found('session=2086-01-10')).toEqual([['Atelier CV', next]]);
  expect(await found('session=2086-01-09')).toEqual([]);
  expect(await found('session=2086-01-14', '2086-01-10T00:00:00Z')).toEqual([]); // the first has begun
  await officer.do(cancelSession, { offerId, sessionId: early });
  expect(await found('session=2086-01-14')).toEqual([]);
  expect(await found('session=2086-01-15')).toEqual([['Atelier CV', { from: '2086-01-15T09:30', left: 3 }]]);
});

test('une offre venue d’ailleurs n’a pas de sessions ici ; la copie d’un atelier n’emporte ni ses dates ni les personnes inscrites', async () => {
  const { officer, offerId, session } = await workshop();
  const sessionId = await session();
  await officer.do(register, { offerId, sessionId, label: 'Léa M.' });
  const copy = await officer.do(duplicateOffer, { offerId });
  expect(await officer.run((ctx) => sessionsOf(ctx, copy.offerId))).toEqual({ sessions: [], registered: [] });
  await officer.do(addSession, { offerId: copy.offerId, ...run });
  await asSystem('a test: it comes from elsewhere', (db) => db.offer.updateMany({ where: { id: offerId }, data: { origin: 'dataInclusion', sourceId: 'x' } }));
  expect(await refusalOf(session())).toMatchObject({ message: expect.stringMatching(/vient d’ailleurs/) as string, refusal: { kind: 'conflict' } });
});
