import { FeedbackAnswered, feedbackAnsweredSubject } from '#emails/feedback-answered';
import { FeedbackSent, feedbackSentSubject } from '#emails/feedback-sent';
import { renderEmail } from '#emails/render-email';
import { feedbackKinds } from '~/domain/feedback/feedback';
import { mailIdOf } from '~/domain/mail/mail-id';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import type { Payload } from './run-task.server';

/** Tells each administrator of the agency, but not the author, that something was reported. */
export async function writeFeedbackSent({ eventId, feedbackId }: Payload): Promise<void> {
  await asSystem('a report is told to the administrators', async (db) => {
    const report = await db.feedback.findFirst({ where: { id: String(feedbackId) }, include: { author: true } });
    if (!report) return;
    const { missionLocaleId, authorId, author, kind, page } = report;
    const agency = await db.missionLocale.findUniqueOrThrow({ where: { id: missionLocaleId }, select: { name: true } });
    const admins = await db.membership.findMany({
      where: { missionLocaleId, role: 'admin', endedAt: null, user: { deactivatedAt: null, id: { not: authorId ?? undefined } } },
      select: { id: true, user: { select: { email: true, firstName: true } } },
    });
    for (const { id, user } of admins) {
      const words = { firstName: user.firstName, author: author ? `${author.firstName} ${author.lastName}` : 'Une personne', kind: feedbackKinds[kind].said, page, place: agency.name, link: at(paths.settingsFeedback()) };
      const email = await renderEmail(FeedbackSent, feedbackSentSubject, words);
      await queueMail(db, { id: mailIdOf(`feedback ${eventId} ${id}`), missionLocaleId, to: user.email, template: 'feedback-sent', ...email });
    }
  });
}

/** Tells the author, if still of the agency, that somebody answered. */
export async function writeFeedbackAnswer({ eventId, feedbackId }: Payload): Promise<void> {
  await asSystem('an answer is told to who reported', async (db) => {
    const report = await db.feedback.findFirst({ where: { id: String(feedbackId) }, include: { author: true, answeredBy: true } });
    if (!report?.author || !report.answeredBy || report.authorId === report.answeredById) return;
    const { missionLocaleId, author, answeredBy, createdAt } = report;
    const membership = await db.membership.findFirst({ where: { missionLocaleId, userId: author.id, endedAt: null }, include: { missionLocale: true } });
    if (!membership?.missionLocale) return;
    const words = { firstName: author.firstName, answerer: `${answeredBy.firstName} ${answeredBy.lastName}`, when: `le ${dayOf(createdAt)}`, place: membership.missionLocale.name, link: at(paths.accountFeedback()) };
    const email = await renderEmail(FeedbackAnswered, feedbackAnsweredSubject, words);
    await queueMail(db, { id: String(eventId), missionLocaleId, to: author.email, template: 'feedback-answered', ...email });
  });
}

const at = (path: string) => new URL(path, env().APP_URL).href;
