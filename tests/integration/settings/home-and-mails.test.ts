import { expect, test } from 'vitest';
import { arrangeHome, blocksOf, resetHome } from '~/domain/home/arrange-home.server';
import { agencyHome, regionalHome } from '~/domain/home/home.queries.server';
import { countMails, listMails } from '~/domain/mail/list-mails.server';
import { resendRefusedMail } from '~/domain/mail/resend-refused-mail.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { addExchangeSchema } from '~/domain/exchange/exchange.schema';
import { portfolioNews } from '~/domain/home/portfolio-news.server';
import { sayNews, sayWho } from '~/domain/home/say-news';
import { addPartner } from '~/domain/partner/add-partner.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { addTask } from '~/domain/task/add-task.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { acting, member, missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const mail = (missionLocaleId: string | null, state: 'queued' | 'sent' | 'refused', text = 'Bonjour') =>
  asSystem('a test writes a mail', (db) => db.mailMessage.create({ data: { missionLocaleId, state, recipient: 'camille@essais.example', template: 'invitation', subject: 'Votre invitation', html: '', text, problem: state === 'refused' ? 'Adresse inconnue' : null } }));

test('the home page of an officer counts theirs, in as many queries for 1 partner as for 12', async () => {
  const ml = await missionLocale();
  const officer = await ml.person('officer');
  const counted = async () => {
    const trace = { requestId: 'test', queries: 0 };
    const home = await withTrace(trace, () => ml.as('officer').run((ctx) => agencyHome(ctx)));
    return { home, queries: trace.queries };
  };
  expect((await counted()).home).toMatchObject({ counts: { all: 0, mine: 0, unassigned: 0 }, news: [], recent: null, imports: [], tasks: { rows: [], counts: { late: 0, today: 0 } }, quiet: { partners: [], asleep: 0 }, team: null, refusedMails: 0, parkedJobs: 0 });
  await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise', officerId: officer.userId });
  await ml.as('counsellor').do(addPartner, { name: 'Fournil du Val', kindCode: 'entreprise' });
  await ml.as('officer').do(addTask, { partnershipId: null, title: 'Rappeler', dueOn: parisDay(new Date()) });
  const few = await counted();
  expect(few.home).toMatchObject({ counts: { all: 2, mine: 1, unassigned: 1 }, stages: [{ stage: 'prospect', count: 1 }] });
  for (let i = 0; i < 10; i += 1) await ml.as('officer').do(addPartner, { name: `Trois Gaves ${i}`, kindCode: 'association', officerId: officer.userId });
  for (let i = 0; i < 10; i += 1) await ml.as('officer').do(addTask, { partnershipId: null, title: `Rappeler ${i}`, dueOn: addDays(parisDay(new Date()), -i - 1) });
  const many = await counted();
  expect(many.home.tasks).toMatchObject({ rows: { length: 8, 0: { title: 'Rappeler' } }, counts: { late: 10, today: 1 } });
  expect(many.queries).toBeLessThanOrEqual(14);
  expect(many.queries).toBe(few.queries);
});

test('a block that was hidden is not read, and stays so for its owner only; the home of the first day comes back', async () => {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const reread = async () => {
    const { preferences } = await officer.run((ctx) => ctx.db.user.findUniqueOrThrow({ where: { id: ctx.actor.userId } }));
    return { ...(await officer.actor()), preferences: preferences as Record<string, unknown> };
  };
  await officer.do(arrangeHome, { block: 'quiet', verb: 'hide' });
  await officer.run(async (ctx) => arrangeHome({ ...ctx, actor: await reread() }, { block: 'tasks', verb: 'up' }));
  const blocks = blocksOf(await reread());
  expect(blocks.slice(0, 3)).toEqual(['tasks', 'figures', 'news']);
  expect(await officer.run((ctx) => agencyHome(ctx, blocks))).toMatchObject({ quiet: null });
  expect(blocksOf(await ml.another('officer'))).toContain('quiet');
  await officer.run(resetHome);
  expect(blocksOf(await reread())).toContain('quiet');
});

test('a manager sees what waits for each person, and what nobody was given', async () => {
  const ml = await missionLocale();
  const officer = await ml.person('officer');
  const today = parisDay(new Date());
  await ml.as('officer').do(addTask, { partnershipId: null, title: 'Rappeler', dueOn: addDays(today, -1) });
  await ml.as('officer').do(addTask, { partnershipId: null, title: 'Pour tous', dueOn: today, assigneeId: null });
  expect((await ml.as('manager').run((ctx) => agencyHome(ctx))).team).toEqual([{ userId: officer.userId, name: expect.stringMatching(/^Camille/) as string, late: 1, today: 0, all: 1 }, { userId: null, name: null, late: 0, today: 1, all: 1 }]);
});

test('the news of a portfolio: what others said, moved and corrected; not what one did oneself, nor the partners of a colleague', async () => {
  const ml = await missionLocale();
  const { userId } = await ml.person('officer');
  const add = (name: string, officerId: string | null) => ml.as('officer').do(addPartner, { name, kindCode: 'entreprise', officerId });
  const [mine, theirs] = [await add('Garage du Pic', userId), await add('Fournil du Val', null)];
  const call = addExchangeSchema.parse({ kind: 'call', direction: 'in', body: 'Accueil en mars' });
  for (const { partnershipId } of [mine, theirs]) await ml.as('counsellor').do(addExchange, { ...call, partnershipId });
  await ml.as('officer').do(addExchange, { ...call, partnershipId: mine.partnershipId });
  await ml.as('manager').do(movePartnership, { partnershipId: mine.partnershipId, verb: 'contact' });
  await ml.as('officer').do(movePartnership, { partnershipId: mine.partnershipId, verb: 'build' });
  await ml.as('manager').run((ctx) => ctx.db.organisation.update({ where: { id: mine.organisationId }, data: { brandName: 'Pic Auto' } }));
  const news = (await ml.as('officer').run(portfolioNews)).map((one) => [one.name, sayNews(one), sayWho(one).split(' ')[0]]);
  expect(news.sort()).toEqual([['Garage du Pic', 'Appel reçu', 'Camille'], ['Garage du Pic', 'Fiche corrigée : enseigne', 'Camille'], ['Garage du Pic', 'Étape : contacté', 'Camille']].sort());
  expect(await ml.as('counsellor').run(portfolioNews)).toEqual([]);
});

test('what the machine writes on records, however much of it, hides no news', async () => {
  const ml = await missionLocale();
  const { userId } = await ml.person('officer');
  const add = (i: number) => ml.as('officer').do(addPartner, { name: `Trois Gaves ${i}`, kindCode: 'association', officerId: userId });
  const added = [await add(0)];
  for (let i = 1; i < 10; i += 1) added.push(await add(i));
  await ml.as('counsellor').do(addExchange, { ...addExchangeSchema.parse({ kind: 'visit', body: 'Passage avec deux jeunes' }), partnershipId: added[0]!.partnershipId });
  await asSystem('a test: the machine writes its own columns', (db) => db.organisation.updateMany({ where: { id: { in: added.map(({ organisationId }) => organisationId) } }, data: { nameKey: 'autre' } }));
  expect((await ml.as('officer').run(portfolioNews)).map(sayNews)).toEqual(['Visite']);
});

test('each figure of the home page is that of the list it leads to', async () => {
  const ml = await missionLocale();
  const { userId } = await ml.person('officer');
  for (let i = 0; i < 3; i += 1) await ml.as('officer').do(addPartner, { name: `Trois Gaves ${i}`, kindCode: 'association', officerId: i < 2 ? userId : null });
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Fournil du Val', kindCode: 'entreprise', officerId: userId });
  await ml.as('officer').do(movePartnership, { partnershipId, verb: 'contact' });
  const { counts, stages } = await ml.as('officer').run((ctx) => agencyHome(ctx));
  const listed = async (search: string) => (await ml.as('officer').run((ctx) => listPartners(ctx, readFilters(new URLSearchParams(search)).filters))).total;
  expect([counts.mine, counts.all, counts.unassigned]).toEqual([await listed('miens=oui'), await listed(''), await listed('referent=aucun')]);
  for (const { stage, count } of stages!) expect([stage, count]).toEqual([stage, await listed(`miens=oui&etape=${stage}`)]);
  expect(stages).toHaveLength(2);
});

test('an administrator is told of refused mails; somebody without partners sees the agency’s', async () => {
  const ml = await missionLocale();
  await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise' });
  await mail(ml.id, 'refused');
  expect(await ml.as('admin').run((ctx) => agencyHome(ctx))).toMatchObject({ refusedMails: 1, parkedJobs: 0, recent: [{ name: 'Garage du Pic', isMine: false }] });
  expect(await ml.as('officer').run((ctx) => agencyHome(ctx))).toMatchObject({ refusedMails: 0 });
});

test('a regional reader sees the agencies of the region with their counts, in one query', async () => {
  const [ours, elsewhere] = [await missionLocale({ regionCode: '53', departementCode: '29' }), await missionLocale({ regionCode: '76' })];
  for (const ml of [ours, elsewhere]) await ml.as('officer').do(addPartner, { name: 'Trois Gaves', kindCode: 'association' });
  expect(await regionalReader('53').run(regionalHome)).toEqual([{ id: ours.id, name: ours.name, departement: 'Finistère', partners: 1, active: 0, lastChange: expect.any(Date) as Date }]);
});

test('mails: an agency sees its own, refused first, with the reason; a refused one leaves again once', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  await mail(ml.id, 'sent');
  const { id } = await mail(ml.id, 'refused');
  const { id: theirs } = await mail(other.id, 'refused');
  expect(await ml.as('admin').do(listMails, {})).toMatchObject([{ id, state: 'refused', problem: 'Adresse inconnue', recipient: 'camille@essais.example' }, { state: 'sent' }]);
  expect(await ml.as('admin').do(listMails, { state: 'sent' })).toHaveLength(1);
  expect(await ml.as('admin').run(countMails)).toEqual({ queued: 0, sent: 1, refused: 1 });
  await expect(ml.as('admin').do(resendRefusedMail, { id: theirs })).rejects.toThrow('ne peut pas repartir');
  await ml.as('admin').do(resendRefusedMail, { id });
  await expect(ml.as('admin').do(resendRefusedMail, { id })).rejects.toThrow('déjà reparti');
  expect(await ml.as('admin').run(countMails)).toEqual({ queued: 1, sent: 1, refused: 0 });
});

test('a refused mail whose text was not kept cannot leave again; the platform reads no name', async () => {
  const ml = await missionLocale();
  const { id } = await mail(ml.id, 'refused', '');
  await expect(ml.as('admin').do(resendRefusedMail, { id })).rejects.toThrow('son texte n’a pas été gardé');
  const platform = acting(() => member({ role: 'platformAdmin', placeName: 'Plateforme' }));
  const seen = (await platform.do(listMails, {})).find((row) => row.id === id);
  expect(seen).toMatchObject({ recipient: '…@essais.example', place: ml.name });
});
