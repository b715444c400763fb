import { expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addTask } from '~/domain/task/add-task.server';
import { assignTask } from '~/domain/task/assign-task.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { deleteTask } from '~/domain/task/delete-task.server';
import { editTask } from '~/domain/task/edit-task.server';
import { countOpenTasks, listDoneTasks, listOpenTasks, tasksOfPartner } from '~/domain/task/list-tasks.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { reopenTask } from '~/domain/task/reopen-task.server';
import { restoreTask } from '~/domain/task/restore-task.server';
import { snoozeTask } from '~/domain/task/snooze-task.server';
import { withTrace } from '~/server/log.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const today = parisDay(new Date());
const mine = { whose: 'mine' } as const;
const team = { whose: 'team' } as const;
const open = (ctx: Ctx) => listOpenTasks(ctx, { scope: mine, group: null });

async function agencyWithPartner() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { partnershipId } = await officer.do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise' });
  return { ml, officer, partnershipId };
}

test('a task is added for a partner, ticked, put back: at each step the lists say so', async () => {
  const { officer, partnershipId } = await agencyWithPartner();
  const { taskId, isLate } = await officer.do(addTask, { partnershipId, title: '  Rappeler  Mme Sarrat ', dueOn: addDays(today, 1) });
  expect(isLate).toBe(false);
  expect((await officer.run(open)).tasks).toMatchObject([{ id: taskId, title: 'Rappeler Mme Sarrat', partnerName: 'Garage du Pic', dueOn: addDays(today, 1), origin: 'person', doneAt: null }]);
  expect(await officer.do(tasksOfPartner, partnershipId)).toHaveLength(1);
  await officer.do(completeTask, { taskId });
  await officer.do(completeTask, { taskId });
  expect((await officer.run(open)).tasks).toEqual([]);
  expect((await officer.do(listDoneTasks, { scope: mine })).tasks).toMatchObject([{ id: taskId, doneBy: expect.stringMatching(/^Camille/) as string }]);
  await officer.do(reopenTask, { taskId });
  expect((await officer.run(open)).tasks).toHaveLength(1);
  await officer.do(deleteTask, { taskId });
  expect((await officer.run(open)).tasks).toEqual([]);
  await officer.do(restoreTask, { taskId });
  expect((await officer.run(open)).tasks).toHaveLength(1);
});

test('the counts put each task in its group; a page begins where the one before ended', async () => {
  const { officer } = await agencyWithPartner();
  for (const days of [-3, -1, 0, 40, 41]) await officer.do(addTask, { partnershipId: null, title: `J ${days}`, dueOn: addDays(today, days) });
  expect(await officer.do(countOpenTasks, mine)).toEqual({ late: 2, today: 1, week: 0, later: 2 });
  expect((await officer.do(listOpenTasks, { scope: mine, group: 'late' })).tasks.map(({ title }) => title)).toEqual(['J -3', 'J -1']);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listOpenTasks>> = await officer.do(listOpenTasks, { scope: mine, group: null, after, limit: 2 });
    seen.push(...page.tasks.map(({ title }) => title));
    after = page.next;
  } while (after);
  expect(seen).toEqual(['J -3', 'J -1', 'J 0', 'J 40', 'J 41']);
});

test('a task put off keeps its first day; one that is done, or a day gone by, is refused', async () => {
  const { officer } = await agencyWithPartner();
  const { taskId } = await officer.do(addTask, { partnershipId: null, title: 'Envoyer la plaquette', dueOn: addDays(today, -2) });
  await officer.do(snoozeTask, { taskId, until: 'tomorrow' });
  const { dueOn } = await officer.do(snoozeTask, { taskId, until: 'day', dueOn: addDays(today, 30) });
  expect((await officer.run(open)).tasks).toMatchObject([{ dueOn, snoozedFrom: addDays(today, -2) }]);
  await expect(officer.do(snoozeTask, { taskId, until: 'day', dueOn: addDays(today, -1) })).rejects.toThrow('Ce jour est passé');
  await expect(officer.do(snoozeTask, { taskId, until: 'day' })).rejects.toThrow('Choisissez un jour');
  await officer.do(completeTask, { taskId });
  await expect(officer.do(snoozeTask, { taskId, until: 'week' })).rejects.toThrow('déjà faite');
});

test('a task goes to a colleague, to the team, never to somebody of another agency', async () => {
  const { ml, officer } = await agencyWithPartner();
  const { taskId } = await officer.do(addTask, { partnershipId: null, title: 'Préparer la visite', dueOn: today });
  const counsellor = await ml.person('counsellor');
  await officer.do(assignTask, { taskId, assigneeId: counsellor.userId });
  expect((await officer.run(open)).tasks).toEqual([]);
  expect((await ml.as('counsellor').run(open)).tasks).toHaveLength(1);
  await officer.do(assignTask, { taskId, assigneeId: null });
  expect((await officer.do(listOpenTasks, { scope: team, group: null })).tasks).toMatchObject([{ assignee: null }]);
  const stranger = await (await missionLocale()).person('officer');
  await expect(officer.do(assignTask, { taskId, assigneeId: stranger.userId })).rejects.toThrow('ne travaille pas');
  await expect(officer.do(addTask, { partnershipId: null, title: 'X', dueOn: today, assigneeId: stranger.userId })).rejects.toThrow('ne travaille pas');
});

test('two people correct the same task: the second is told what changed, nothing is overwritten', async () => {
  const { ml, officer } = await agencyWithPartner();
  const { userId } = await ml.person('officer');
  const { taskId } = await officer.do(addTask, { partnershipId: null, title: 'Rappeler', dueOn: today });
  await officer.do(editTask, { taskId, version: 1, title: 'Rappeler lundi', dueOn: today, assigneeId: userId });
  await expect(officer.do(editTask, { taskId, version: 1, title: 'Écrire', dueOn: addDays(today, 1), assigneeId: userId })).rejects.toMatchObject({
    refusal: { kind: 'stale', version: 2, changes: [{ field: 'title', theirs: 'Rappeler lundi', yours: 'Écrire' }, { field: 'dueOn' }] },
  });
  expect((await officer.run(open)).tasks).toMatchObject([{ title: 'Rappeler lundi', dueOn: today }]);
});

test.each([
  ['an empty title', { title: ' ​ ', dueOn: today }, 'Écrivez ce qu’il y a à faire.'],
  ['a title of 10,000 characters', { title: 'a'.repeat(10_000), dueOn: today }, '200 au plus'],
  ['no day', { title: 'Rappeler', dueOn: '' }, 'Dites pour quel jour.'],
  ['a day that no calendar has', { title: 'Rappeler', dueOn: '2026-02-30' }, '30'],
  ['a word for a day', { title: 'Rappeler', dueOn: 'bientôt' }, 'date'],
  ['a year of five digits', { title: 'Rappeler', dueOn: '20260-01-01' }, 'trop lointaine'],
])('%s is refused with a sentence', async (_name, input, sentence) => {
  const { officer } = await agencyWithPartner();
  await expect(officer.do(addTask, { partnershipId: null, ...input })).rejects.toThrow(sentence);
});

test('a past day is allowed and said; a day is understood as people write it', async () => {
  const { officer } = await agencyWithPartner();
  expect(await officer.do(addTask, { partnershipId: null, title: 'Rappeler', dueOn: '03/02/2020' })).toMatchObject({ isLate: true });
  expect((await officer.run(open)).tasks).toMatchObject([{ dueOn: '2020-02-03' }]);
});

test('what belongs to another agency is neither seen, done, put off, corrected nor deleted; no task hangs on its partner', async () => {
  const { officer: theirs, partnershipId } = await agencyWithPartner();
  const { taskId } = await theirs.do(addTask, { partnershipId, title: 'Secret', dueOn: today });
  const us = (await missionLocale()).as('admin');
  expect((await us.do(listOpenTasks, { scope: team, group: null })).tasks).toEqual([]);
  expect(await us.do(tasksOfPartner, partnershipId)).toEqual([]);
  for (const verb of [completeTask, reopenTask, deleteTask, restoreTask]) await expect(us.do(verb, { taskId })).rejects.toThrow('n’existe pas');
  await expect(us.do(snoozeTask, { taskId, until: 'week' as const })).rejects.toThrow('n’existe pas');
  await expect(us.do(editTask, { taskId, version: 1, title: 'X', dueOn: today, assigneeId: null })).rejects.toThrow('n’existe pas');
  await expect(us.do(addTask, { partnershipId, title: 'X', dueOn: today })).rejects.toThrow('Ce partenaire n’existe pas');
});

test('a page of tasks asks as much for one as for thirty', async () => {
  const { officer, partnershipId } = await agencyWithPartner();
  const queries = async () => {
    const trace = { requestId: 'test', queries: 0 };
    await withTrace(trace, () => officer.run(open));
    return trace.queries;
  };
  await officer.do(addTask, { partnershipId, title: 'Rappeler', dueOn: today });
  const few = await queries();
  for (let i = 0; i < 29; i += 1) await officer.do(addTask, { partnershipId, title: `Rappeler ${i}`, dueOn: today });
  expect(await queries()).toBe(few);
});
