import { describe, expect, test } from 'vitest';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addContact } from '~/domain/contact/add-contact.server';
import { markContactLeft } from '~/domain/contact/mark-contact-left.server';
import { addExchange, type AddExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { editExchange } from '~/domain/exchange/edit-exchange.server';
import { exchangeChoices } from '~/domain/exchange/exchange-choices.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { expireOffers } from '~/domain/offer/expire-offers.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { renewOffer } from '~/domain/offer/renew-offer.server';
import { partnerTimeline } from '~/domain/exchange/partner-timeline.server';
import { pinExchange } from '~/domain/exchange/pin-exchange.server';
import { restoreExchange } from '~/domain/exchange/restore-exchange.server';
import { readTimelineFilters } from '~/domain/exchange/timeline-filters';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function scierie() {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const note = (exchange: Partial<AddExchange>) => ml.as('officer').do(addExchange, { partnershipId, kind: 'call', body: 'Bonjour', ...exchange });
  const timeline = (search = '', after: string | null = null) => ml.as('counsellor').run((ctx) => partnerTimeline(ctx, partnershipId, readTimelineFilters(new URLSearchParams(search)), after));
  const exchanges = async (search = '') => (await timeline(search)).items.filter((item) => item.type === 'exchange');
  return { ml, partnershipId, note, timeline, exchanges };
}

test('the timeline mixes in agreements on the day they were signed and gifts on the day they came; each can be asked for alone', async () => {
  const { ml, partnershipId, note, timeline } = await scierie();
  const day = (ago: number) => parisDay(daysAgo(ago));
  await note({ body: 'Bonjour', happenedAt: daysAgo(5) });
  await ml.as('officer').do(addAgreement, { partnershipId, title: 'Immersions', state: 'active', signedOn: day(8), startsOn: day(8), endsOn: parisDay(new Date(Date.now() + 300 * 86_400_000)) });
  await ml.as('officer').do(addPatronage, { partnershipId, kind: 'money', year: 2026, amount: '1 500 €', receivedOn: day(2) });
  expect((await timeline()).items.map(({ type }) => type)).toEqual(['move', 'gift', 'exchange', 'agreement']);
  expect((await timeline('type=mecenat')).items).toMatchObject([{ type: 'gift', kind: 'money', amount: '1500.00', isReceived: true }]);
  expect((await timeline('type=convention')).items).toMatchObject([{ type: 'agreement', title: 'Immersions', isSigned: true }]);
  expect((await timeline('type=appel')).items.map(({ type }) => type)).toEqual(['exchange']);
  expect((await timeline('mots=immersion')).items.map(({ type }) => type)).toEqual(['agreement']);
});

test('ce que deviennent les offres du partenaire : publiée, renouvelée, pourvue, échue, avec qui ; ni les brouillons, ni les corrections, ni ce qu’une source tient à jour', async () => {
  const { ml, partnershipId, timeline } = await scierie();
  const officer = ml.as('officer');
  const add = async (title: string) => (await officer.do(addOffer, { partnershipId, kind: 'job', title, description: 'À lire.' })).offerId;
  const [cutter, clerk, fed] = [await add('Scieur'), await add('Commis'), await add('Venue d’ailleurs')];
  await add('Brouillon');
  for (const offerId of [cutter, clerk, fed]) await officer.do(moveOffer, { offerId, verb: 'publish' });
  await officer.do(editOffer, { offerId: clerk, version: 2, kind: 'job', title: 'Commis de scierie', description: 'À lire.', closesOn: parisDay(new Date()) });
  await asSystem('the night', (db) => expireOffers(db, new Date(Date.now() + 86_400_000)));
  const { closesOn } = await officer.do(renewOffer, { offerId: clerk });
  await officer.do(moveOffer, { offerId: cutter, verb: 'fill' });
  await asSystem('a test: it comes from elsewhere', (db) => db.offer.updateMany({ where: { id: fed }, data: { origin: 'franceTravail', sourceId: '1' } }));
  const told = (await timeline('type=offre')).items.map((item) => (item.type === 'offer' ? [item.became, item.title, item.by?.firstName ?? null] : item.type));
  expect(told).toEqual([['filled', 'Scieur', 'Camille'], ['renewed', 'Commis de scierie', 'Camille'], ['expired', 'Commis de scierie', null], ['published', 'Commis de scierie', 'Camille'], ['published', 'Scieur', 'Camille']]);
  expect((await timeline('type=offre&mots=commis')).items[0]).toMatchObject({ offerId: clerk, closesOn });
  const { userId } = await ml.person('officer');
  expect((await timeline(`personne=${userId}`)).items.filter(({ type }) => type === 'offer')).toHaveLength(4);
  expect((await timeline()).items.map(({ type }) => type)).toEqual(['offer', 'offer', 'offer', 'offer', 'offer', 'move']);
  // One page ends between two of them, and goes on.
  for (let i = 0; i < 30; i += 1) await officer.do(moveOffer, { offerId: clerk, verb: i % 2 ? 'publish' : 'withdraw' });
  const first = await timeline();
  const rest = await timeline('', first.next);
  expect([first.items.length, rest.items.length, new Set([...first.items, ...rest.items].map(({ id }) => id)).size]).toEqual([30, 6, 36]);
});

describe('noter un échange', () => {
  test('un appel : avec qui, ce qui en sort, et la suite, qui devient une tâche', async () => {
    const { ml, partnershipId, note, exchanges } = await scierie();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Roux', phone: '06 39 98 00 12' });
    const colleague = await ml.person('counsellor');
    const { outcomes } = await ml.as('officer').run((ctx) => exchangeChoices(ctx, partnershipId));
    const { taskId } = await note({ body: 'Prêt pour une immersion', contactIds: [contactId], colleagueIds: [colleague.userId], outcomeId: outcomes[0]?.value, nextTitle: 'Envoyer la convention', nextWhen: 'tomorrow' });
    expect(taskId).not.toBeNull();
    expect(await exchanges()).toMatchObject([{ kind: 'call', direction: 'out', body: 'Prêt pour une immersion', contacts: [{ lastName: 'Roux' }], colleagues: [{ id: colleague.userId }], outcome: outcomes[0]?.label, nextSteps: [{ title: 'Envoyer la convention', isDone: false }] }]);
    expect(await ml.as('officer').run((ctx) => getPartner(ctx, partnershipId))).toMatchObject({ exchangeCount: 1, lastExchange: { kind: 'call' }, nextTask: { title: 'Envoyer la convention' } });
  });

  test('une note ne garde que son texte ; une visite n’a pas de sens ; un appel a le sien', async () => {
    const { ml, partnershipId, note, exchanges } = await scierie();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Roux', phone: '06 39 98 00 12' });
    for (const kind of ['note', 'visit', 'email'] as const) await note({ kind, direction: 'in', contactIds: [contactId] });
    expect(new Map((await exchanges()).map(({ kind, direction, contacts }) => [kind, [direction, contacts.length]]))).toEqual(new Map([['email', ['in', 1]], ['visit', [null, 1]], ['note', [null, 0]]]));
  });

  test.each([
    ['demain', { happenedAt: new Date(Date.now() + 86_400_000) }, 'happenedAt', /n’est pas encore passé/],
    ['un 30 février', { happenedAt: '2026-02-30T10:00' }, 'happenedAt', /n’existe pas/],
    ['à une date qui n’en est pas une', { happenedAt: 'hier' }, 'happenedAt', /n’existe pas/],
    ['sans rien dire', { body: ' \u0000 ' }, 'body', /Écrivez ce qui s’est dit/],
    ['en une note vide', { kind: 'note' as const, body: '' }, 'body', /Écrivez d’abord la note/],
    ['avec deux mégaoctets collés', { body: 'x'.repeat(2_000_000) }, 'body', /2.000.000 caractères : 10.000 au plus/],
    ['avec une suite sans titre', { nextWhen: 'date' as const, nextOn: '2027-01-15' }, 'nextTitle', /Dites en quelques mots/],
    ['avec une suite sans jour', { nextTitle: 'Rappeler', nextWhen: 'date' as const, nextOn: '' }, 'nextOn', /Choisissez le jour/],
  ])('un échange %s est refusé par une phrase, à son champ', async (_what, typed, field, sentence) => {
    const { note, timeline } = await scierie();
    expect(await refusalOf(note(typed))).toMatchObject({ message: expect.stringMatching(sentence), refusal: { kind: 'invalid', field } });
    expect((await timeline()).items.filter(({ type }) => type !== 'move')).toEqual([]);
  });

  test('l’interlocuteur d’un autre partenaire, ou la collègue d’une autre agence, n’y a pas part', async () => {
    const { ml, note } = await scierie();
    const other = await ml.as('officer').do(addPartner, { name: 'Menuiserie' });
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId: other.partnershipId, lastName: 'Roux', phone: '06 39 98 00 12' });
    expect(await refusalOf(note({ contactIds: [contactId] }))).toMatchObject({ refusal: { kind: 'invalid', field: 'contactIds' } });
    const stranger = await (await missionLocale()).person('officer');
    expect(await refusalOf(note({ colleagueIds: [stranger.userId] }))).toMatchObject({ refusal: { kind: 'invalid', field: 'colleagueIds' } });
  });

  test.each([['un emoji', 'Super 🥐👩🏽‍🍳'], ['de l’arabe', 'مرحبا'], ['un NUL', 'a\u0000b', 'ab'], ['des lignes', 'un\r\n\r\ndeux', 'un\n\ndeux'], ['10 000 caractères', 'x'.repeat(10_000)]])('%s est gardé', async (_what, body, kept = body) => {
    const { note, exchanges } = await scierie();
    await note({ kind: 'note', body });
    expect((await exchanges())[0]?.body).toBe(kept);
  });
});

describe('corriger, garder en haut, supprimer', () => {
  test('chacun corrige les siens, sans écraser ; qui a pris part et la date se corrigent aussi', async () => {
    const { ml, partnershipId, note, exchanges } = await scierie();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Roux', phone: '06 39 98 00 12' });
    const { exchangeId } = await note({ contactIds: [contactId] });
    await ml.as('officer').do(markContactLeft, { partnershipId, contactId, hasLeft: true });
    const [known] = await exchanges();
    const typed = { partnershipId, exchangeId, version: known!.version, kind: 'visit' as const, contactIds: [contactId], happenedAt: '2026-01-15T10:00' };
    expect(await refusalOf(ml.as('counsellor').do(editExchange, { ...typed, body: 'Autre' }))).toMatchObject({ refusal: { kind: 'forbidden' } });
    await ml.as('officer').do(editExchange, { ...typed, body: 'Bonsoir' });
    expect(await exchanges()).toMatchObject([{ kind: 'visit', direction: null, at: new Date('2026-01-15T09:00:00Z'), body: 'Bonsoir', contacts: [{ lastName: 'Roux' }] }]);
    expect(await refusalOf(ml.as('officer').do(editExchange, { ...typed, body: 'Bonne nuit' }))).toMatchObject({ refusal: { kind: 'stale', changes: [{ theirs: 'Bonsoir', yours: 'Bonne nuit' }] } });
    const [corrected] = await exchanges();
    await ml.as('officer').do(editExchange, { ...typed, version: corrected!.version, body: 'Bonsoir', contactIds: [] });
    expect(await exchanges()).toMatchObject([{ contacts: [], version: corrected!.version + 1 }]);
  });

  test('son historique se lit, jusqu’aux personnes', async () => {
    const { ml, partnershipId, note, exchanges } = await scierie();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, firstName: 'Ana', lastName: 'Roux', phone: '06 39 98 00 12' });
    const { exchangeId } = await note({ contactIds: [contactId] });
    const [known] = await exchanges();
    await ml.as('officer').do(editExchange, { partnershipId, exchangeId, version: known!.version, kind: 'meeting', body: 'Bonsoir' });
    const { groups } = await ml.as('officer').run((ctx) => partnerHistory(ctx, partnershipId, { rowId: exchangeId }));
    expect(groups.flatMap(({ lines }) => lines).map(({ label, from, to }) => [label, from, to])).toEqual(expect.arrayContaining([['Type', 'Appel', 'Rendez-vous'], ['Texte', 'Bonjour', 'Bonsoir'], ['Échange avec', 'Ana Roux', ''], ['Échange avec', '', 'Ana Roux'], ['Appel', '', 'Bonjour']]));
    expect((await ml.as('officer').run((ctx) => partnerHistory(ctx, partnershipId, { field: 'interaction.kind' }))).groups.flatMap(({ lines }) => lines).map(({ label }) => label)).toContain('Type');
  });

  test('supprimer s’annule ; on ne supprime pas l’échange d’une autre personne sans en avoir le droit', async () => {
    const { ml, partnershipId, note, exchanges } = await scierie();
    const { exchangeId } = await note({ body: 'À garder' });
    expect(await refusalOf(ml.as('counsellor').do(deleteExchange, { partnershipId, exchangeId }))).toMatchObject({ refusal: { kind: 'forbidden' } });
    await ml.as('manager').do(deleteExchange, { partnershipId, exchangeId });
    expect(await exchanges()).toEqual([]);
    await ml.as('officer').do(restoreExchange, { partnershipId, exchangeId });
    expect(await exchanges()).toMatchObject([{ body: 'À garder' }]);
  });
});

describe('le fil d’un partenaire', () => {
  test('mêle échanges, étapes et tâches faites, du plus récent au plus ancien', async () => {
    const { ml, partnershipId, note, timeline } = await scierie();
    await note({ body: 'Ancien', happenedAt: daysAgo(40) });
    const { taskId } = await note({ body: 'Hier', happenedAt: daysAgo(1), nextTitle: 'Rappeler', nextWhen: 'tomorrow' });
    await ml.as('officer').do(movePartnership, { partnershipId, verb: 'contact', comment: 'Premier pas' });
    await ml.as('officer').run((ctx) => completeTask(ctx, { taskId: taskId! }));
    const { items } = await timeline();
    expect(items.map(({ type }) => type)).toEqual(['task', 'move', 'move', 'exchange', 'exchange']);
    expect(items[0]).toMatchObject({ title: 'Rappeler' });
    expect(items[1]).toMatchObject({ toStage: 'contacted', comment: 'Premier pas' });
    expect((await timeline('type=etape&mots=premier')).items).toMatchObject([{ comment: 'Premier pas' }]);
    expect((await timeline('type=tache')).items).toMatchObject([{ title: 'Rappeler' }]);
  });

  test('les épinglés d’abord, puis trente par page, sans en perdre ni en répéter, même du même instant', async () => {
    const { ml, partnershipId, note, timeline } = await scierie();
    const { exchangeId } = await note({ body: 'Épinglé', happenedAt: daysAgo(90) });
    await ml.as('officer').do(pinExchange, { partnershipId, exchangeId, isPinned: true });
    const moment = daysAgo(3);
    for (let i = 1; i <= 31; i += 1) await note({ kind: 'note', body: `Note ${i}`, happenedAt: moment });
    const first = await timeline();
    expect(first.pinned).toMatchObject([{ body: 'Épinglé' }]);
    expect([first.items.length, first.items[0]?.type]).toEqual([30, 'move']);
    const second = await timeline('', first.next);
    const bodies = [...first.items, ...second.items].flatMap((item) => (item.type === 'exchange' ? [item.body] : []));
    expect([new Set(bodies).size, bodies.length, second.pinned.length, second.next]).toEqual([31, 31, 0, null]);
  }, 60_000);

  test('se filtre par type, par personne des deux côtés, par mots sans accents', async () => {
    const { ml, partnershipId, note, exchanges } = await scierie();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Roux', phone: '06 39 98 00 12' });
    const colleague = await ml.person('counsellor');
    await note({ kind: 'call', body: 'Immersion d’été prévue', contactIds: [contactId] });
    await note({ kind: 'visit', body: 'Atelier visité', colleagueIds: [colleague.userId] });
    const found = async (search: string) => (await exchanges(search)).map(({ body }) => body);
    expect(await found('type=visite')).toEqual(['Atelier visité']);
    expect(await found(`personne=${contactId}`)).toEqual(['Immersion d’été prévue']);
    expect(await found(`personne=${colleague.userId}`)).toEqual(['Atelier visité']);
    expect(await found(`personne=${(await ml.person('officer')).userId}`)).toHaveLength(2);
    expect(await found('mots=ETE+immersion')).toEqual(['Immersion d’été prévue']);
    expect(await found('mots=100%25_')).toEqual([]);
    expect(await found('mots=...')).toHaveLength(2);
    expect(await found('type=nimporte&personne=x&apres=faux')).toHaveLength(2);
  });
});
