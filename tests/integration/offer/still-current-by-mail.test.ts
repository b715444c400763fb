import { beforeEach, describe, expect, test } from 'vitest';
import { withTokens } from '~/domain/account/one-time-token.server';
import { switchDigest } from '~/domain/account/switch-digest.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { confirmOffer } from '~/domain/offer/renew-offer.server';
import { listOpenTasks } from '~/domain/task/list-tasks.server';
import { proposeTasks } from '~/domain/task/rules/propose-tasks.server';
import { askStillCurrent } from '~/jobs/mail-still-current.server';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { everyRoute, type Route } from '../../support/doors';
import { morning } from '../../support/mornings';
import { visit } from '../../support/visits';

useDatabase();
const day = 86_400_000;
beforeEach(() => asSystem('a test: nobody has tried yet, nobody else is asked', async (db) => void (await Promise.all([db.loginFailure.deleteMany({}), db.task.deleteMany({})]))));

let page: Route;
async function doubt(titles = ['Vestiaire']) {
  page ??= (await everyRoute()).find(({ file }) => file.endsWith('public/still-current.tsx'))!;
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const ids: string[] = [];
  for (const title of titles) {
    const { offerId } = await officer.do(addOffer, { kind: 'service', title, description: 'À l’accueil.' });
    await officer.do(moveOffer, { offerId, verb: 'publish' as const });
    ids.push(offerId);
  }
  await asSystem('a test lets six weeks pass', (db) => db.offer.updateMany({ where: { id: { in: ids } }, data: { confirmedAt: new Date(Date.now() - 40 * day) } }));
  await asSystem('a test: the rules of the night', (db) => proposeTasks(db, { missionLocaleId: ml.id, now: new Date() }));
  const { email } = await officer.actor();
  const mails = () => asSystem('a test reads the mails', (db) => db.mailMessage.findMany({ where: { recipient: email, template: 'offers-in-doubt' }, orderBy: { createdAt: 'asc' } }));
  const links = async () => (await mails()).flatMap(({ text }) => [...withTokens(text, env().APP_SECRET).matchAll(/toujours-d-actualite\/([\w-]+)/g)].map(([, token]) => token!));
  const stranger = (await missionLocale()).as('counsellor');
  const open = async (token: string) => visit(page, await stranger.actor(), { params: { token } });
  const answer = async (token: string, said: string) => visit(page, await stranger.actor(), { params: { token }, form: { answer: said } });
  const offer = (id = ids[0]!) => asSystem('a test reads the offer', (db) => db.offer.findFirstOrThrow({ where: { id } }));
  const tasks = async () => (await officer.do(listOpenTasks, { scope: { whose: 'mine' as const }, group: null })).tasks.length;
  return { ml, officer, ids, mails, links, open, answer, offer, tasks };
}

describe('toujours d’actualité, par courriel', () => {
  test('un courriel le matin, une fois ; l’ouvrir ne change rien ; oui : confirmée par la personne, la tâche est faite ; le lien une seconde fois le dit gentiment', async () => {
    const { officer, mails, links, open, answer, offer, tasks } = await doubt();
    await askStillCurrent(new Date('2026-11-25T02:00:00Z')); // in the night
    expect(await mails()).toEqual([]);
    for (let hour = 0; hour < 3; hour += 1) await askStillCurrent(morning());
    await askStillCurrent(morning(1));
    const [mail, ...others] = await mails();
    expect([mail?.subject, others]).toEqual(['« Vestiaire » : toujours d’actualité ? · Maillage', []]);
    const [token] = await links();
    // Neither the mail as it is kept nor the table holds the link itself.
    expect(mail!.text + mail!.html).not.toContain(token);
    expect(JSON.stringify(await asSystem('a test reads the links', (db) => db.oneTimeToken.findMany({})))).not.toContain(token);

    const before = await offer();
    for (let i = 0; i < 2; i += 1) expect(await open(token!)).toMatchObject({ status: 200, text: expect.stringContaining('"state":"open"') as string });
    expect(await offer()).toEqual(before);
    expect(await answer(token!, 'current')).toMatchObject({ status: 200, text: expect.stringContaining('"isNew":true') as string });
    const after = await offer();
    expect([after.state, after.confirmedAt!.getTime() > before.confirmedAt!.getTime(), await tasks()]).toEqual(['published', true, 0]);
    const { userId } = await officer.actor();
    expect(await asSystem('a test reads who', (db) => db.$queryRaw`SELECT actor_id::text AS who FROM audit.entry WHERE record_id = ${after.id}::uuid ORDER BY id DESC LIMIT 1`)).toEqual([{ who: userId }]);

    expect(await answer(token!, 'over')).toMatchObject({ status: 200, text: expect.stringMatching(/"state":"answered".*"answer":"current".*"isNew":false/) as string });
    expect(await open(token!)).toMatchObject({ status: 200, text: expect.stringContaining('"state":"answered"') as string });
    expect(await offer()).toEqual(after);
  });

  test('non : elle est retirée ; deux appuis au même instant n’en font qu’un', async () => {
    const { links, answer, offer, tasks } = await doubt();
    await askStillCurrent(morning());
    const [token] = await links();
    const both = await Promise.all([answer(token!, 'over'), answer(token!, 'over')]);
    expect(both.map(({ text }) => /"isNew":true/.test(text)).sort()).toEqual([false, true]);
    expect([(await offer()).state, await tasks()]).toEqual(['withdrawn', 0]);
  });

  test('plusieurs offres : un courriel, un lien chacune ; qui ne veut pas du courriel du matin n’en reçoit pas', async () => {
    const { links, answer, offer, ids, mails } = await doubt(['Vestiaire', 'Douches']);
    await askStillCurrent(morning());
    expect((await mails()).map(({ subject }) => subject)).toEqual(['2 offres sont-elles toujours d’actualité ? · Maillage']);
    await answer((await links())[1]!, 'over');
    expect((await Promise.all(ids.map((id) => offer(id)))).map(({ state }) => state).sort()).toEqual(['published', 'withdrawn']);
    const quiet = await doubt();
    await quiet.officer.do(switchDigest, { isWanted: false });
    await askStillCurrent(morning());
    expect(await quiet.mails()).toEqual([]);
  });

  test('répondu entre-temps dans Maillage : on le dit ; trop vieux, inconnu, ou d’une personne partie : il ne sert plus', async () => {
    const { officer, ids, links, open, answer, offer } = await doubt();
    await askStillCurrent(morning());
    const [token] = await links();
    await officer.do(confirmOffer, { offerId: ids[0]! });
    const before = await offer();
    expect(await answer(token!, 'over')).toMatchObject({ status: 200, text: expect.stringContaining('"state":"moot"') as string });
    expect(await offer()).toEqual(before);
    expect(await open('inconnu')).toMatchObject({ status: 410 });

    const old = await doubt();
    await askStillCurrent(morning());
    const [late] = await old.links();
    await asSystem('a test lets three weeks pass', (db) => db.oneTimeToken.updateMany({ where: { subjectId: old.ids[0] }, data: { expiresAt: new Date(Date.now() - 1000) } }));
    expect([(await old.open(late!)).status, (await old.answer(late!, 'over')).text]).toEqual([410, '{"answered":null}']);
    expect((await old.offer()).state).toBe('published');

    const left = await doubt();
    await askStillCurrent(morning());
    const { membershipId } = await left.officer.actor();
    await asSystem('a test: they left', (db) => db.membership.updateMany({ where: { id: membershipId }, data: { endedAt: new Date() } }));
    expect((await left.open((await left.links())[0]!)).status).toBe(410);
  });

  test('on n’essaie pas des liens au hasard : après vingt, il faut attendre, et la réponse d’un vrai lien aussi', async () => {
    const { links, answer, offer } = await doubt();
    await askStillCurrent(morning());
    for (let i = 0; i < 20; i += 1) expect((await answer(`hasard-${i}`, 'over')).text).toBe('{"answered":null}');
    const refused = await answer((await links())[0]!, 'over');
    expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(/Trop d’essais/)]);
    expect((await offer()).state).toBe('published');
  });
});
