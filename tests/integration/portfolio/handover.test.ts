import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '~/access/actor';
import { addSite } from '~/domain/agency/add-site.server';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { closeAccess } from '~/domain/agency/close-access.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { assignOfficer } from '~/domain/partnership/assign-officer.server';
import { exportHandover } from '~/domain/portfolio/export-handover.server';
import { handOverPortfolio } from '~/domain/portfolio/hand-over-portfolio.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { saveList } from '~/domain/saved-list/save-list.server';
import { deleteList } from '~/domain/saved-list/delete-list.server';
import { noFilters } from '~/domain/partner/list/filters';
import { handoverReport, listHandovers } from '~/domain/portfolio/handover.queries.server';
import { readScope, wholePortfolio, type PortfolioScope } from '~/domain/portfolio/portfolio-scope';
import { prepareHandover } from '~/domain/portfolio/prepare-handover.server';
import { undoHandover } from '~/domain/portfolio/undo-handover.server';
import { addTask } from '~/domain/task/add-task.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { writeHandover } from '~/jobs/mail-handover.server';
import { asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { acting, missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { linesOf, partners } from '../partner-list/some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
let ml: Agency;
let leaving: Actor;
let next: Actor;
let ids: string[];

/** Three partners in two départements, in the hands of an officer who leaves, with a task on the first and one without partner. */
beforeEach(async () => {
  ml = await missionLocale();
  [leaving, next] = [await ml.person('officer'), await ml.another('officer')];
  ids = await partners(ml, [
    { name: 'Garage du Pic', postcode: '65000', commune: 'Tarbes', officerId: leaving.userId },
    { name: 'Fournil du Val', postcode: '65100', commune: 'Lourdes', officerId: leaving.userId },
    { name: 'Scierie d’Auch', postcode: '32000', commune: 'Auch', officerId: leaving.userId },
  ]);
  await ml.as('officer').do(addTask, { partnershipId: ids[0]!, title: 'Rappeler', dueOn: '2027-01-04' });
  await ml.as('officer').do(addTask, { partnershipId: null, title: 'Ranger les cartes', dueOn: '2027-01-04' });
});

/** As a form sends a moment. */
const wallClock = (at: Date) => at.toISOString().slice(0, 16);
const part = (address: string): PortfolioScope => readScope(new URLSearchParams(`quoi=partie&${address}`)).scope;
const give = (scope: PortfolioScope, expected: number, more: Partial<Parameters<typeof handOverPortfolio>[1]> = {}) =>
  ml.as('manager').do(handOverPortfolio, { fromId: leaving.userId, toId: next.userId, scope, expected, word: null, introduce: false, ...more });
const officers = () => ml.as('manager').run(async ({ db }) => {
  const rows = await db.partnership.findMany({ select: { id: true, officerId: true } });
  return ids.map((id) => (rows.find((row) => row.id === id)?.officerId === next.userId ? 'suite' : rows.find((row) => row.id === id)?.officerId === leaving.userId ? 'départ' : 'autre'));
});
const tasks = () => ml.as('manager').run(({ db }) => db.task.findMany({ where: { deletedAt: null }, orderBy: { id: 'asc' } }));
const report = (handoverId: string) => ml.as('manager').run((ctx) => handoverReport(ctx, handoverId, 1));
const refusal = (promise: Promise<unknown>) => promise.then(() => 'accepté', (error: { refusal?: { kind: string; field?: string } }) => error.refusal);

describe('transmettre un portefeuille', () => {
  test('en entier : les partenaires, les archivés aussi, et tout ce qui restait à faire', async () => {
    await ml.as('manager').run(({ db }) => db.partnership.updateMany({ where: { id: ids[2] }, data: { stage: 'archived', stageBeforeArchive: 'prospect' } }));
    const { handoverId, partners: moved } = await give(wholePortfolio, 3, { word: 'Le garage attend un appel.' });
    expect(moved).toBe(3);
    expect(await officers()).toEqual(['suite', 'suite', 'suite']);
    expect((await tasks()).map(({ assigneeId }) => assigneeId)).toEqual([next.userId, next.userId]);
    expect(await report(handoverId)).toMatchObject({ what: 'tout le portefeuille', partners: 3, tasks: 2, introductions: 0, word: 'Le garage attend un appel.', mayUndo: true, from: `${leaving.firstName} ${leaving.lastName}`, to: `${next.firstName} ${next.lastName}` });
  });

  test.each([
    ['un département', 'departement=32', ['départ', 'départ', 'suite'], 'département 32 – Gers'],
    ['une commune', 'commune=65440', ['suite', 'départ', 'départ'], 'commune de Tarbes'],
    ['à tant de km', 'commune=65440&rayon=50', ['suite', 'suite', 'départ'], 'à 50 km autour de Tarbes'],
    ['une étape et une thématique', 'etape=prospect&thematique=emploi', ['départ', 'suite', 'départ'], 'étape Prospect ; thématique Emploi'],
  ])('par territoire, étape ou thématique : %s', async (_name, address, expected, what) => {
    await ml.as('manager').run(({ db }) => db.partnershipTheme.create({ data: { partnershipId: ids[1]!, themeCode: 'emploi' } }));
    const { handoverId } = await give(part(address), expected.filter((one) => one === 'suite').length);
    expect(await officers()).toEqual(expected);
    expect((await report(handoverId)).what).toBe(what);
    // A part takes what was to be done with these partners, and nothing else.
    expect((await tasks()).map(({ assigneeId }) => assigneeId === next.userId)).toEqual([expected[0] === 'suite', false]);
  });

  test('les partenaires d’un site de l’agence', async () => {
    const { siteId } = await ml.as('admin').do(addSite, { name: 'Antenne d’Auch' });
    await ml.as('manager').run(({ db }) => db.partnership.updateMany({ where: { id: ids[2] }, data: { siteId } }));
    const { handoverId } = await give(part(`site=${siteId}`), 1);
    expect(await officers()).toEqual(['départ', 'départ', 'suite']);
    expect((await report(handoverId)).what).toBe('site Antenne d’Auch');
  });

  test('une partie qui ne dit pas laquelle ne transmet rien, un critère disparu non plus', async () => {
    for (const address of ['', 'departement=99', 'thematique=inconnue&departement=65']) expect([address, await refusal(give(part(address), 3))]).toEqual([address, { kind: 'conflict' }]);
    expect(await officers()).toEqual(['départ', 'départ', 'départ']);
  });

  test('un portefeuille qui a changé depuis l’aperçu arrête tout', async () => {
    await expect(give(wholePortfolio, 2)).rejects.toThrow('suit maintenant 3 partenaires, et non 2');
    expect(await officers()).toEqual(['départ', 'départ', 'départ']);
    expect((await ml.as('manager').run((ctx) => listHandovers(ctx, 1))).total).toBe(0);
  });

  test('à qui travaille ici, et à quelqu’un d’autre', async () => {
    const stranger = await (await missionLocale()).person('officer');
    for (const toId of [leaving.userId, stranger.userId]) expect(await refusal(give(wholePortfolio, 3, { toId }))).toEqual({ kind: 'invalid', field: 'toId' });
  });

  test('chacun le sien ; la direction celui de tout le monde ; rien de celui d’une autre agence', async () => {
    const mine = acting(async () => next);
    expect(await refusal(mine.do(handOverPortfolio, { fromId: leaving.userId, toId: next.userId, scope: wholePortfolio, expected: 3, word: null, introduce: false }))).toEqual({ kind: 'forbidden' });
    expect(await refusal(mine.run((ctx) => prepareHandover(ctx, { fromId: leaving.userId, scope: wholePortfolio, isAsked: true })))).toEqual({ kind: 'forbidden' });
    const { handoverId } = await ml.as('officer').do(handOverPortfolio, { fromId: leaving.userId, toId: next.userId, scope: wholePortfolio, expected: 3, word: null, introduce: false });
    const elsewhere = await missionLocale();
    for (const stranger of [elsewhere.as('manager'), acting(() => ml.another('officer')), ml.as('counsellor')]) {
      expect(await refusal(stranger.run((ctx) => handoverReport(ctx, handoverId, 1)))).toEqual({ kind: 'notFound' });
      expect(await refusal(stranger.run((ctx) => linesOf(exportHandover(ctx, handoverId))))).toEqual({ kind: 'notFound' });
      expect(await refusal(stranger.do(undoHandover, { handoverId }))).toEqual({ kind: 'notFound' });
    }
    expect((await mine.run((ctx) => listHandovers(ctx, 1))).total).toBe(1);
    expect(await refusal(mine.do(undoHandover, { handoverId }))).toEqual({ kind: 'forbidden' });
    expect(await refusal(elsewhere.as('manager').do(handOverPortfolio, { fromId: leaving.userId, toId: (await elsewhere.person('officer')).userId, scope: wholePortfolio, expected: 0, word: null, introduce: false }))).toEqual({ kind: 'notFound' });
  });

  test('« Faire connaissance » avec ceux à qui l’on parle, et ceux qui ont une convention', async () => {
    const lately = wallClock(new Date(Date.now() - 30 * 86_400_000));
    await ml.as('officer').do(addExchange, { partnershipId: ids[0]!, kind: 'call', body: 'Bon contact', happenedAt: lately, nextTitle: null } as never);
    await ml.as('officer').do(addExchange, { partnershipId: ids[1]!, kind: 'note', body: 'À nous', nextTitle: null } as never);
    const { agreementId } = await ml.as('officer').do(addAgreement, { partnershipId: ids[2]!, title: 'Accueil' } as never);
    await ml.as('manager').run(({ db }) => db.agreement.updateMany({ where: { id: agreementId }, data: { state: 'active' } }));
    const { preview } = await ml.as('manager').run((ctx) => prepareHandover(ctx, { fromId: leaving.userId, scope: wholePortfolio, isAsked: true }));
    expect(preview).toMatchObject({ total: 3, tasks: 2, introductions: 2, stages: [{ stage: 'prospect', count: 3 }], communeCount: 3 });
    const { handoverId } = await give(wholePortfolio, 3, { introduce: true });
    const written = (await tasks()).filter(({ title }) => title === 'Faire connaissance');
    expect(written.map(({ partnershipId }) => partnershipId).sort()).toEqual([ids[0]!, ids[2]!].sort());
    expect(written.every(({ assigneeId }) => assigneeId === next.userId)).toBe(true);
    expect((await report(handoverId)).introductions).toBe(2);
  });

  test('une fiche fusionnée n’est plus de celles que l’on transmet', async () => {
    await ml.as('manager').do(mergePartners, { keptId: ids[0]!, mergedId: ids[1]! });
    const { givers, preview } = await ml.as('manager').run((ctx) => prepareHandover(ctx, { fromId: leaving.userId, scope: wholePortfolio, isAsked: true }));
    expect([givers.map(({ count }) => count), preview?.total]).toEqual([[2], 2]);
    expect((await give(wholePortfolio, 2)).partners).toBe(2);
  });

  test('fermer un accès laisse le même bilan', async () => {
    const { handoverId } = await ml.as('admin').do(closeAccess, { membershipId: leaving.membershipId, successorId: next.userId, expected: 3, withLists: false, withSearches: false });
    expect(await report(handoverId!)).toMatchObject({ what: 'tout le portefeuille', partners: 3, tasks: 2 });
    // Who left cannot take back; the report says so rather than half of it.
    await expect(ml.as('manager').do(undoHandover, { handoverId: handoverId! })).rejects.toThrow('ne travaille plus ici');
    expect(await officers()).toEqual(['suite', 'suite', 'suite']);
  });
});

describe('annuler une passation', () => {
  test('rend tout, exactement', async () => {
    const before = await tasks();
    const { handoverId } = await give(wholePortfolio, 3, { introduce: true });
    expect(await ml.as('manager').do(undoHandover, { handoverId })).toEqual({ partners: 3, keptPartners: 0, keptTasks: 0, keptLists: 0 });
    expect(await officers()).toEqual(['départ', 'départ', 'départ']);
    expect((await tasks()).map(({ id, assigneeId }) => [id, assigneeId])).toEqual(before.map(({ id, assigneeId }) => [id, assigneeId]));
    await expect(ml.as('manager').do(undoHandover, { handoverId })).rejects.toThrow('déjà annulée');
  });

  test('laisse ce qui a changé depuis, et le dit', async () => {
    const lately = wallClock(new Date(Date.now() - 30 * 86_400_000));
    await ml.as('officer').do(addExchange, { partnershipId: ids[1]!, kind: 'call', body: 'Bon contact', happenedAt: lately, nextTitle: null } as never);
    const { handoverId } = await give(wholePortfolio, 3, { introduce: true });
    await ml.as('manager').do(assignOfficer, { partnershipId: ids[2]!, officerId: (await ml.person('manager')).userId } as never);
    const [call] = await tasks();
    const met = (await tasks()).find(({ title }) => title === 'Faire connaissance')!;
    for (const { id } of [call!, met]) await acting(async () => next).do(completeTask, { taskId: id } as never);
    expect(await ml.as('manager').do(undoHandover, { handoverId })).toEqual({ partners: 2, keptPartners: 1, keptTasks: 2, keptLists: 0 });
    expect(await officers()).toEqual(['départ', 'départ', 'autre']);
    const after = await report(handoverId);
    expect(after.kept).toEqual({ partners: 1, tasks: 2, lists: 0 });
    expect(after.rows.filter(({ givenBack }) => givenBack === false).map(({ id }) => id)).toEqual([ids[2]]);
    expect((await ml.as('manager').run((ctx) => linesOf(exportHandover(ctx, handoverId)))).map((line) => line.at(-1))).toEqual(['Après l’annulation', 'rendu', 'rendu', 'changé depuis, laissé']);
  });
});

describe('les listes enregistrées', () => {
  const taking = acting(async () => next);
  const save = (name: string, isShared: boolean) => ml.as('officer').do(saveList, { name, isShared, filters: noFilters }).then(({ listId }) => listId);
  const seenBy = (who: { run: typeof taking.run }) => who.run(async ({ db, actor }) => (await db.savedList.findMany({ where: { createdById: actor.userId } })).map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'fr')));
  const mine = (listIds: string[]) => ml.as('officer').do(handOverPortfolio, { fromId: leaving.userId, toId: next.userId, scope: wholePortfolio, expected: 3, word: null, introduce: false, listIds });

  test('que l’on nomme vont avec, partagées ou personnelles ; les autres restent ; l’annulation les rend, sauf une supprimée depuis', async () => {
    const [own, shared, left] = [await save('À relancer', false), await save('Forum', true), await save('Mes essais', false)];
    const { preview } = await ml.as('officer').run((ctx) => prepareHandover(ctx, { fromId: leaving.userId, scope: wholePortfolio, isAsked: true }));
    expect(preview).toMatchObject({ unseenLists: 0, lists: [{ id: own, name: 'À relancer', isShared: false }, { id: shared, isShared: true }, { id: left }] });
    const { handoverId } = await mine([own, shared]);
    expect([await seenBy(taking), await seenBy(ml.as('officer'))]).toEqual([['À relancer', 'Forum'], ['Mes essais']]);
    expect((await report(handoverId)).lists).toEqual(['À relancer', 'Forum']);
    await taking.do(deleteList, { listId: shared });
    expect(await ml.as('officer').do(undoHandover, { handoverId })).toEqual({ partners: 3, keptPartners: 0, keptTasks: 0, keptLists: 1 });
    expect([await seenBy(taking), await seenBy(ml.as('officer'))]).toEqual([['Forum'], ['À relancer', 'Mes essais']]);
    expect((await report(handoverId)).kept).toEqual({ partners: 0, tasks: 0, lists: 1 });
  });

  test('d’un·e collègue : les partagées seulement ; une personnelle est comptée, jamais nommée ni prise', async () => {
    const [own, shared] = [await save('À relancer', false), await save('Forum', true)];
    const { preview } = await ml.as('manager').run((ctx) => prepareHandover(ctx, { fromId: leaving.userId, scope: wholePortfolio, isAsked: true }));
    expect([preview!.lists.map(({ name }) => name), preview!.unseenLists]).toEqual([['Forum'], 1]);
    for (const listIds of [[own], [shared, own], [crypto.randomUUID()]]) expect(await refusal(give(wholePortfolio, 3, { listIds }))).toEqual({ kind: 'conflict' });
    expect(await officers()).toEqual(['départ', 'départ', 'départ']);
    await give(wholePortfolio, 3, { listIds: [shared] });
    expect([await seenBy(taking), await seenBy(ml.as('officer'))]).toEqual([['Forum'], ['À relancer']]);
  });
});

test('la personne qui reprend reçoit un courriel, une fois, sans nom de partenaire ni adresse bavarde', async () => {
  const { handoverId } = await give(wholePortfolio, 3, { word: 'Le garage attend un appel.' });
  const event = await asSystem('a test reads the outbox', (db) => db.outboxEvent.findFirstOrThrow({ where: { type: 'portfolio.handedOver', missionLocaleId: ml.id } }));
  const payload = { eventId: event.id, missionLocaleId: ml.id, ...(event.payload as object) };
  await writeHandover(payload);
  await writeHandover(payload);
  const mails = await asSystem('a test reads the mail', (db) => db.mailMessage.findMany({ where: { missionLocaleId: ml.id } }));
  expect(mails.map(({ recipient, subject }) => [recipient, subject])).toEqual([[next.email, '3 partenaires vous sont confiés · Maillage']]);
  expect(mails[0]!.text).toContain(`/portefeuilles/${handoverId}`);
  expect(mails[0]!.text).not.toMatch(/Garage|attend un appel/);
});

test('mille partenaires ne demandent pas une requête de plus', async () => {
  const queries = async (work: () => Promise<unknown>) => {
    const trace = { requestId: crypto.randomUUID(), queries: 0 };
    await withTrace(trace, work);
    return trace.queries;
  };
  await ml.person('manager');
  const few = await queries(() => give(wholePortfolio, 3));
  const { manyPartners } = await import('../partner-list/some-partners');
  const many = await manyPartners(ml, Array.from({ length: 1000 }, (_, i) => ({ name: `Atelier ${i}` })));
  await ml.as('manager').run(({ db }) => db.partnership.updateMany({ where: { id: { in: many } }, data: { officerId: leaving.userId } }));
  expect(await queries(() => give(wholePortfolio, 1000))).toBe(few);
  const ask = () => ml.as('manager').run((ctx) => prepareHandover(ctx, { fromId: next.userId, scope: part('departement=65'), isAsked: true }));
  expect(await queries(ask)).toBe(await queries(() => ml.as('manager').run(async () => null)) + 9);
});
