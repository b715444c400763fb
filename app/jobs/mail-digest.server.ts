import { DailyDigest, dailyDigestSubject } from '#emails/daily-digest';
import { renderEmail } from '#emails/render-email';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { digestId, isDigestTime } from '~/domain/task/digest';
import { dueWords } from '~/domain/task/due';
import { parisDay, type Day } from '~/domain/text/paris-day';
import { peopleToRemind, type DigestLine, type Reminded } from '~/domain/task/people-to-remind.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';

/**
 * The morning mail to whoever has something due or late, on working days. Called each hour: it writes nothing out of the morning,
 * and one mail a person and a day however often it runs. `now` is the moment of the call.
 */
export async function writeDigests(now: Date): Promise<void> {
  if (!isDigestTime(now)) return;
  const today = parisDay(now);
  const agencies = await asSystem('the morning mail goes round the agencies', (db) => db.missionLocale.findMany({ select: { id: true } }));
  for (const { id: missionLocaleId } of agencies) {
    await asSystem(
      'the morning mail of an agency',
      async (db) => {
        const people = await peopleToRemind(db, { missionLocaleId, today });
        if (people.length === 0) return;
        const written = await db.mailMessage.findMany({ where: { id: { in: people.map(({ membershipId }) => digestId(membershipId, today)) } }, select: { id: true } });
        const known = new Set(written.map(({ id }) => id));
        for (const person of people) {
          const id = digestId(person.membershipId, today);
          if (known.has(id)) continue;
          const email = await renderEmail(DailyDigest, dailyDigestSubject, wordsFor(person, today));
          await queueMail(db, { id, missionLocaleId, to: person.email, template: 'daily-digest', ...email });
        }
      },
      { timeout: 120_000 },
    );
  }
}

function wordsFor({ firstName, place, late, today: dueToday, tasks }: Reminded, today: Day) {
  const when = ({ dueOn }: DigestLine) => (dueOn < today ? `en retard, prévue ${dueWords(dueOn, today)}` : 'pour aujourd’hui');
  const here = (path: string) => new URL(path, env().APP_URL).href;
  return { firstName, place, late, today: dueToday, tasks: tasks.map((task) => ({ title: task.title, partner: task.partner, when: when(task) })), link: here(paths.tasks()), switchOff: here(`${paths.account()}#courriels`) };
}
