import { expect, test } from 'vitest';
import { countNewFeedback, listFeedback, ownFeedback } from '~/domain/feedback/feedback.queries.server';
import { followFeedbackSchema, sendFeedbackSchema } from '~/domain/feedback/feedback.schema';
import { followFeedback } from '~/domain/feedback/follow-feedback.server';
import { sendFeedback } from '~/domain/feedback/send-feedback.server';
import { agencyHome } from '~/domain/home/home.queries.server';
import { writeFeedbackAnswer, writeFeedbackSent } from '~/jobs/mail-feedback.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const record = '/partenaires/0193a5b2-0000-7000-8000-000000000001/echanges';
const typed = (more: object = {}) => sendFeedbackSchema.parse({ kind: 'problem', happened: 'Le bouton ne répond pas.', page: `${record}?q=Sarrat`, errorId: 'ab12cd34', withPage: 'oui', ...more });
const answered = (id: string, more: object = {}) => followFeedbackSchema.parse({ id, version: '1', state: 'new', answer: 'C’est corrigé.', ...more });

/** The payload of the job that follows the latest event of a kind, as the outbox makes it. */
async function latest(type: string) {
  const event = await asSystem('a test reads', (db) => db.outboxEvent.findFirstOrThrow({ where: { type }, orderBy: { id: 'desc' } }));
  return { ...(event.payload as object), eventId: event.id, missionLocaleId: event.missionLocaleId, actorId: event.actorId };
}
const mailsOf = (missionLocaleId: string) => asSystem('a test reads', (db) => db.mailMessage.findMany({ where: { missionLocaleId }, orderBy: { createdAt: 'asc' } }));

test('a report tells the page without whom it shows; the record only when joined, and nothing when the author says so', async () => {
  const ml = await missionLocale();
  for (const more of [{}, { withRecord: 'oui' }, { withPage: undefined, withRecord: 'oui' }, { page: 'https://ailleurs.example/', errorId: '<script>' }]) await ml.as('counsellor').do(sendFeedback, typed(more));
  const { reports } = await ml.as('counsellor').do(ownFeedback, {});
  expect(reports.reverse().map(({ page, recordPath, errorId }) => [page, recordPath, errorId])).toEqual([
    ['/partenaires/…/echanges', null, 'ab12cd34'],
    ['/partenaires/…/echanges', record, 'ab12cd34'],
    [null, null, null],
    [null, null, null],
  ]);
});

test('each administrator but the author gets one mail, without the words of the report; the answer goes to its author', async () => {
  const ml = await missionLocale();
  const [admin, other, officer] = [await ml.person('admin'), await ml.another('admin'), await ml.person('officer')];
  await ml.as('officer').do(sendFeedback, typed({ kind: 'idea', happened: 'Trier par Mme Lafourcade' }));
  const sent = await latest('feedback.sent');
  for (const run of [1, 2]) await writeFeedbackSent({ ...sent, run });
  const mails = await mailsOf(ml.id);
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([admin.email, other.email].sort());
  expect(mails[0]?.subject).toBe(`Idée : un signalement de Camille ${officer.lastName} · Maillage`);
  expect(mails.map(({ text }) => text).join()).not.toContain('Lafourcade');

  const { reports: [report], counts } = await ml.as('admin').do(listFeedback, { state: 'new' });
  expect(counts).toEqual({ new: 1, inProgress: 0, answered: 0, done: 0 });
  expect((await ml.as('admin').run((ctx) => agencyHome(ctx))).newFeedback).toBe(1);
  expect((await ml.as('officer').run((ctx) => agencyHome(ctx))).newFeedback).toBe(0);
  await ml.as('admin').do(followFeedback, answered(report!.id));
  for (const run of [1, 2]) await writeFeedbackAnswer({ ...(await latest('feedback.answered')), run });
  expect((await mailsOf(ml.id)).map(({ recipient }) => recipient).slice(2)).toEqual([officer.email]);
  expect((await ml.as('officer').do(ownFeedback, {})).reports).toMatchObject([{ state: 'answered', answer: 'C’est corrigé.', answeredBy: expect.stringMatching(/^Camille/) as string }]);
  expect(await ml.as('admin').run(countNewFeedback)).toBe(0);
});

test('who was quicker is told to who follows the same report; an answer that says nothing is refused', async () => {
  const ml = await missionLocale();
  const { feedbackId: id } = await ml.as('officer').do(sendFeedback, typed());
  await expect(ml.as('admin').do(followFeedback, answered(id, { answer: ' ', state: 'answered' }))).rejects.toMatchObject({ refusal: { kind: 'invalid', field: 'answer' } });
  await ml.as('admin').do(followFeedback, answered(id, { answer: '', state: 'inProgress' }));
  await expect(ml.as('manager').do(followFeedback, answered(id, { state: 'done' }))).rejects.toMatchObject({
    refusal: { kind: 'stale', version: 2, changes: [{ field: 'state', theirs: 'En cours', yours: 'Réglé' }, { field: 'answer', theirs: '', yours: 'C’est corrigé.' }] },
  });
});

test('ten in an hour, then a polite word; a colleague still writes', async () => {
  const ml = await missionLocale();
  for (let i = 0; i < 10; i += 1) await ml.as('officer').do(sendFeedback, typed({ happened: `Remarque ${i}` }));
  await expect(ml.as('officer').do(sendFeedback, typed())).rejects.toThrow(/Attendez un peu/);
  await ml.as('counsellor').do(sendFeedback, typed());
  expect((await ml.as('officer').do(ownFeedback, {})).reports).toHaveLength(10);
});

test('what another agency reports is neither read nor answered; pages of twenty-five follow each other', async () => {
  const [ours, theirs] = [await missionLocale(), await missionLocale()];
  const { feedbackId } = await theirs.as('officer').do(sendFeedback, typed());
  await expect(ours.as('admin').do(followFeedback, answered(feedbackId))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  const author = await ours.person('officer');
  await ours.as('officer').run((ctx) => ctx.db.feedback.createMany({ data: Array.from({ length: 30 }, (_, i) => ({ kind: 'idea' as const, happened: `Idée ${i}`, authorId: author.userId })) }));
  const first = await ours.as('admin').do(listFeedback, { state: null });
  const second = await ours.as('admin').do(listFeedback, { state: null, after: first.next });
  expect([first.reports.length, second.reports.length, second.next]).toEqual([25, 5, null]);
  expect(new Set([...first.reports, ...second.reports].map(({ id }) => id)).size).toBe(30);
});
