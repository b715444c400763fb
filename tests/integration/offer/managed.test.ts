import { expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { countedGroups, managedGroupOf, managedPageOf } from '~/domain/offer/managed-groups';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { managedOffers } from '~/domain/offer/offer.queries.server';
import { confirmOffer } from '~/domain/offer/renew-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

const today = parisDay(new Date());
const workshop: TypedOffer = { kind: 'workshop', title: 'Atelier CV', description: 'Le jeudi.', themes: ['emploi'], audience: 'agency' };

test('nos offres : ce qui attend un mot ou se ferme bientôt se voit à part, et n’y est plus dès que c’est fait', async () => {
  const officer = (await missionLocale()).as('officer');
  const add = async (title: string, closesOn?: string, { isPublished = true } = {}) => {
    const { offerId } = await officer.do(addOffer, { ...workshop, title, closesOn });
    if (isPublished) await officer.do(moveOffer, { offerId, verb: 'publish' });
    return offerId;
  };
  const [old, older, later, sooner] = [await add('Ancienne'), await add('Plus ancienne'), await add('Dans une semaine', addDays(today, 7)), await add('Demain', addDays(today, 1))];
  const [elsewhere] = [await add('D’une source', addDays(today, 2)), await add('Dans huit jours', addDays(today, 8)), await add('Brouillon', addDays(today, 3), { isPublished: false })];
  await asSystem('a test lets six weeks pass, and a source keep one up', async (db) => {
    await db.offer.updateMany({ where: { id: { in: [old, elsewhere!] } }, data: { confirmedAt: new Date(Date.now() - 42 * 86_400_000) } });
    await db.offer.updateMany({ where: { id: older }, data: { confirmedAt: new Date(Date.now() - 50 * 86_400_000) } });
    await db.offer.updateMany({ where: { id: elsewhere! }, data: { origin: 'dataInclusion' } });
  });
  const group = async (code: string) => {
    const { offers, counts } = await officer.do(managedOffers, { ...managedPageOf(managedGroupOf(code)), page: 1 });
    return { ids: offers.map(({ id }) => id), tabs: countedGroups(counts).map((tab) => `${tab.code} ${tab.count}`) };
  };
  // The one that waits longest is the first to disappear, and the first to look at.
  expect(await group('a-confirmer')).toEqual({ ids: [older, old], tabs: ['ouvertes 5', 'a-publier 1', 'a-confirmer 2', 'bientot-closes 2', 'fermees 0', 'archivees 0'] });
  // The first to close is the first to look at, whichever was changed last.
  expect((await group('bientot-closes')).ids).toEqual([sooner, later]);
  expect((await (await missionLocale()).as('officer').do(managedOffers, { ...managedPageOf(managedGroupOf('bientot-closes')), page: 1 })).offers).toEqual([]);

  for (const offerId of [old, older]) await officer.do(confirmOffer, { offerId });
  for (const offerId of [sooner, later]) await officer.do(moveOffer, { offerId, verb: 'fill' });
  expect((await group('ouvertes')).tabs).toEqual(['ouvertes 3', 'a-publier 1', 'fermees 2', 'archivees 0']);
});
