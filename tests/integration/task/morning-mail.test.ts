import { expect, test } from 'vitest';
import { switchDigest } from '~/domain/account/switch-digest.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { agencyHome } from '~/domain/home/home.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addTask } from '~/domain/task/add-task.server';
import { snoozeTask } from '~/domain/task/snooze-task.server';
import { writeDigests } from '~/jobs/mail-digest.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const mails = (recipient: string) => asSystem('a test reads the mails', (db) => db.mailMessage.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } }));
// Tuesday 24 November 2026: seven in Paris is six in UTC in winter.
const tuesday = (hourUtc: number) => new Date(Date.UTC(2026, 10, 24, hourUtc, 0, 5));

async function agencyWithTasks() {
  const ml = await missionLocale();
  const officer = await ml.person('officer');
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise' });
  const add = (title: string, dueOn: string) => ml.as('officer').do(addTask, { partnershipId, title, dueOn });
  return { ml, officer, add };
}

test('at seven in Paris on a working day, a mail says what is due and late; the hours after write no other', async () => {
  const { ml, officer, add } = await agencyWithTasks();
  await add('Rappeler Mme Sarrat', '2026-11-24');
  await add('Envoyer la plaquette', '2026-11-20');
  await add('Plus tard', '2026-11-25');
  await writeDigests(tuesday(5));
  expect(await mails(officer.email)).toEqual([]);
  for (const hour of [6, 6, 7, 8, 9, 12]) await writeDigests(tuesday(hour));
  const [mail, ...others] = await mails(officer.email);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ missionLocaleId: ml.id, template: 'daily-digest', state: 'queued', subject: '1 tâche aujourd’hui, 1 en retard · Maillage' });
  expect(mail!.text).toContain('Garage du Pic');
  expect(mail!.text).toContain('Envoyer la plaquette');
  expect(mail!.text).toContain('/compte#courriels');
  expect(mail!.text).not.toContain('Plus tard');
  await writeDigests(new Date(Date.UTC(2026, 10, 25, 6)));
  expect(await mails(officer.email)).toHaveLength(2);
});

test('what follows a call noted on Monday for « demain » waits on Monday, and is there on Tuesday: in the mail and on the home page', async () => {
  const ml = await missionLocale();
  const officer = await ml.person('officer');
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise' });
  const homeOn = async (now: Date) => (await ml.as('officer').run((ctx) => agencyHome({ ...ctx, now }))).tasks;
  const monday = new Date(Date.UTC(2026, 10, 23, 9));
  await ml.as('officer').run((ctx) => addExchange({ ...ctx, now: monday }, { partnershipId, kind: 'call', body: 'Prêt en mai', nextTitle: 'Envoyer la convention', nextWhen: 'tomorrow' }));
  expect(await homeOn(monday)).toMatchObject({ rows: [], counts: { late: 0, today: 0, week: 1 } });
  await writeDigests(new Date(Date.UTC(2026, 10, 23, 10)));
  expect(await mails(officer.email)).toEqual([]);
  expect(await homeOn(tuesday(6))).toMatchObject({ rows: [{ title: 'Envoyer la convention', partnerName: 'Garage du Pic' }], counts: { late: 0, today: 1 } });
  await writeDigests(tuesday(6));
  const [mail] = await mails(officer.email);
  expect(mail?.text).toContain('Envoyer la convention');
});

test('a task put off leaves the mail of the day, and is in that of its new one', async () => {
  const { ml, officer, add } = await agencyWithTasks();
  const { taskId } = await add('Rappeler Mme Sarrat', '2026-11-24');
  await ml.as('officer').run((ctx) => snoozeTask({ ...ctx, now: tuesday(5) }, { taskId, until: 'day', dueOn: '2026-11-26' }));
  await writeDigests(tuesday(6));
  expect(await mails(officer.email)).toEqual([]);
  await writeDigests(new Date(Date.UTC(2026, 10, 26, 6)));
  expect(await mails(officer.email)).toMatchObject([{ subject: '1 tâche aujourd’hui · Maillage', text: expect.stringContaining('Rappeler Mme Sarrat') as string }]);
});

test.each([
  ['Saturday', new Date(Date.UTC(2026, 10, 28, 6))],
  ['Sunday', new Date(Date.UTC(2026, 10, 29, 6))],
  ['Christmas', new Date(Date.UTC(2026, 11, 25, 6))],
  ['Easter Monday', new Date(Date.UTC(2027, 2, 29, 5))],
  ['the afternoon', new Date(Date.UTC(2026, 10, 24, 14))],
])('no mail on %s', async (_name, now) => {
  const { officer, add } = await agencyWithTasks();
  await add('Rappeler', '2026-11-20');
  await writeDigests(now);
  expect(await mails(officer.email)).toEqual([]);
});

test('no mail to who switched it off, has nothing due, or left; switched on again, it comes back', async () => {
  const { ml, officer, add } = await agencyWithTasks();
  const counsellor = await ml.person('counsellor');
  await add('Rappeler', '2026-11-24');
  await ml.as('officer').do(switchDigest, { isWanted: false });
  await writeDigests(tuesday(6));
  expect(await mails(officer.email)).toEqual([]);
  expect(await mails(counsellor.email)).toEqual([]);
  await ml.as('officer').do(switchDigest, { isWanted: true });
  await writeDigests(tuesday(7));
  expect(await mails(officer.email)).toHaveLength(1);
  await asSystem('a test: somebody leaves', (db) => db.membership.updateMany({ where: { id: officer.membershipId }, data: { endedAt: new Date() } }));
  await writeDigests(new Date(Date.UTC(2026, 10, 25, 6)));
  expect(await mails(officer.email)).toHaveLength(1);
});
