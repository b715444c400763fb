import { expect, test } from 'vitest';
import { changeSetting } from '~/domain/agency/change-setting.server';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { deleteTask } from '~/domain/task/delete-task.server';
import { listOpenTasks } from '~/domain/task/list-tasks.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { restoreTask } from '~/domain/task/restore-task.server';
import { proposeTasks } from '~/domain/task/rules/propose-tasks.server';
import { silencesAtOnce } from '~/domain/task/rules/silent-partners.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const month = 30.5 * 86_400_000;
const inMonths = (months: number) => new Date(Date.now() + months * month);

async function agency() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { userId: officerId } = await ml.person('officer');
  const active = async (name: string) => {
    const { partnershipId } = await officer.do(addPartner, { name, kindCode: 'entreprise', officerId });
    for (const verb of ['contact', 'build', 'activate'] as const) await officer.do(movePartnership, { partnershipId, verb });
    return partnershipId;
  };
  const rulesRun = (now: Date) => asSystem('a test runs the rules', (db) => proposeTasks(db, { missionLocaleId: ml.id, now }));
  const open = async () => (await officer.do(listOpenTasks, { scope: { whose: 'mine' }, group: null })).tasks;
  return { ml, officer, active, rulesRun, open };
}

test('a partner silent for a year is proposed once, to who is in charge; nothing is changed by itself', async () => {
  const { officer, active, rulesRun, open } = await agency();
  const partnershipId = await active('Garage du Pic');
  expect(await rulesRun(inMonths(11))).toEqual({ proposed: 0, withdrawn: 0 });
  expect(await rulesRun(inMonths(13))).toEqual({ proposed: 1, withdrawn: 0 });
  expect(await rulesRun(inMonths(13))).toEqual({ proposed: 0, withdrawn: 0 });
  expect(await open()).toMatchObject([{ partnershipId, origin: 'rule', title: 'Aucun échange depuis 12 mois avec Garage du Pic : mettre en veille ?', createdBy: null }]);
  expect(await officer.run((ctx) => ctx.db.partnership.findFirst({ where: { id: partnershipId } }))).toMatchObject({ stage: 'active' });
});

test('a refused proposal does not come back for six months; one that no longer holds leaves by itself', async () => {
  const { officer, active, rulesRun, open } = await agency();
  const partnershipId = await active('Garage du Pic');
  await rulesRun(inMonths(13));
  const [task] = await open();
  await officer.run((ctx) => deleteTask({ ...ctx, now: inMonths(13) }, { taskId: task!.id }));
  expect(await rulesRun(inMonths(18))).toEqual({ proposed: 0, withdrawn: 0 });
  expect(await rulesRun(inMonths(20))).toEqual({ proposed: 1, withdrawn: 0 });
  await expect(officer.do(restoreTask, { taskId: task!.id })).rejects.toThrow('déjà revenue');
  await officer.run((ctx) => addExchange({ ...ctx, now: inMonths(20) }, { partnershipId, kind: 'note', body: 'On s’est parlé.' }));
  expect(await rulesRun(inMonths(20))).toEqual({ proposed: 0, withdrawn: 1 });
  expect(await open()).toEqual([]);
});

test('the agency chooses how long a silence is, or that nobody is told', async () => {
  const { ml, active, rulesRun } = await agency();
  await active('Garage du Pic');
  await ml.as('admin').do(changeSetting<'silenceMonths'>, { key: 'silenceMonths', value: 0 });
  expect(await rulesRun(inMonths(40))).toMatchObject({ proposed: 0 });
  await ml.as('admin').do(changeSetting<'silenceMonths'>, { key: 'silenceMonths', value: 3 });
  expect(await rulesRun(inMonths(4))).toMatchObject({ proposed: 1 });
});

test('an agency of silent partners gets a few proposals at a time, the longest silences first', async () => {
  const { active, rulesRun, open } = await agency();
  for (let i = 0; i < silencesAtOnce + 2; i += 1) await active(`Trois Gaves ${i}`);
  expect(await rulesRun(inMonths(13))).toMatchObject({ proposed: silencesAtOnce });
  expect((await open()).map(({ partnerName }) => partnerName)).toContain('Trois Gaves 0');
  expect(await rulesRun(inMonths(13))).toEqual({ proposed: 0, withdrawn: 0 });
});

test('an agreement that ends within sixty days is recalled, one that ends later is not', async () => {
  const { officer, active, rulesRun, open } = await agency();
  const partnershipId = await active('Fournil du Val');
  const today = parisDay(new Date());
  const agreement = (title: string, days: number) => officer.do(addAgreement, { partnershipId, state: 'active', title, startsOn: addDays(today, -300), endsOn: addDays(today, days) });
  await agreement('Immersions', 60);
  await agreement('Mentorat', 61);
  expect(await rulesRun(new Date())).toMatchObject({ proposed: 1 });
  expect(await open()).toMatchObject([{ title: expect.stringMatching(/^La convention avec Fournil du Val se termine le .* : la renouveler \?$/) as string }]);
});

test('a gift is spoken of again before its day, else before its first birthday; not once the patron has given again', async () => {
  const { ml, officer, active, rulesRun, open } = await agency();
  const today = parisDay(new Date());
  const [chosen, yearOld, far, again] = [await active('Fournil du Val'), await active('Garage du Pic'), await active('Scierie du Gave'), await active('Trois Gaves')];
  const gift = (partnershipId: string, more: object) => officer.do(addPatronage, { partnershipId, kind: 'skills', year: 2025, ...more });
  await gift(chosen, { renewalOn: addDays(today, 20) });
  await gift(yearOld, { receivedOn: addDays(today, -350) });
  await gift(far, { renewalOn: addDays(today, 40), receivedOn: addDays(today, -350) });
  await gift(again, { receivedOn: addDays(today, -350) });
  await gift(again, { year: 2026, promisedOn: today });
  expect(await rulesRun(new Date())).toMatchObject({ proposed: 2 });
  expect((await open()).map(({ title }) => title).sort()).toEqual([expect.stringMatching(/^Le mécénat 2025 de Fournil du Val est à reproposer le .* : en parler \?$/), expect.stringMatching(/^Le mécénat 2025 de Garage du Pic /)]);
  await ml.as('admin').do(changeSetting<'patronageDays'>, { key: 'patronageDays', value: 0 });
  expect(await rulesRun(new Date())).toEqual({ proposed: 0, withdrawn: 2 });
});

test('the rules of an agency write nothing at another', async () => {
  const [ours, theirs] = [await agency(), await agency()];
  await theirs.active('Garage du Pic');
  expect(await ours.rulesRun(inMonths(13))).toEqual({ proposed: 0, withdrawn: 0 });
  expect(await theirs.open()).toEqual([]);
});
