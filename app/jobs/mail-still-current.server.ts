import { OffersInDoubt, offersInDoubtSubject } from '#emails/offers-in-doubt';
import { renderEmail } from '#emails/render-email';
import { issueToken, offerCurrentDays } from '~/domain/account/one-time-token.server';
import { mailIdOf } from '~/domain/mail/mail-id';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { offersInDoubt, peopleToAsk, type Asked } from '~/domain/offer/still-current/questions.server';
import { isDigestTime } from '~/domain/task/digest';
import { dayOf } from '~/domain/text/french-date';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';

/**
 * « Toujours d’actualité ? », by mail too: one mail a person and a day, a link for each offer, that answers without an account.
 * Called each hour; out of the morning of a working day it does nothing. Links and mail are written together, or not at all.
 */
export async function askStillCurrent(now: Date): Promise<void> {
  if (!isDigestTime(now)) return;
  const people = await asSystem('who is asked whether offers are still current', peopleToAsk);
  for (const person of people) await asSystem('the mail that asks whether offers are still current', (db) => askOne(db, person, now));
}

async function askOne(db: Parameters<typeof queueMail>[0], person: Asked, now: Date): Promise<void> {
  const id = mailIdOf(`still current ${person.membershipId} ${parisDay(now)}`);
  if ((await db.mailMessage.count({ where: { id } })) > 0) return;
  const here = (path: string) => new URL(path, env().APP_URL).href;
  const offers = [];
  for (const { id: subjectId, title, holder, confirmedAt } of await offersInDoubt(db, person)) {
    const token = await issueToken(db, env().APP_SECRET, { purpose: 'offerCurrent', userId: person.userId, subjectId });
    offers.push({ title, holder, since: dayOf(confirmedAt), link: here(paths.stillCurrent(token)) });
  }
  if (offers.length === 0) return;
  const email = await renderEmail(OffersInDoubt, offersInDoubtSubject, { firstName: person.firstName, offers, days: offerCurrentDays, link: here(paths.tasks()), switchOff: here(`${paths.account()}#courriels`) });
  await queueMail(db, { id, missionLocaleId: person.missionLocaleId, to: person.email, template: 'offers-in-doubt', ...email });
}
