import { OfferAlert, offerAlertSubject } from '#emails/offer-alert';
import { renderEmail } from '#emails/render-email';
import { mailIdOf } from '~/domain/mail/mail-id';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { findNews, offerNews } from '~/domain/offer/alert/find-news.server';
import { stopLink } from '~/domain/offer/alert/stop-link.server';
import { isDigestTime } from '~/domain/task/digest';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { logError } from '~/server/log.server';
import { asMember } from './as-member.server';

/**
 * What the saved searches of everybody found, each under their own rights: written down, then told by one mail a day, each offer
 * once. Called each hour; out of the morning of a working day it does nothing. A crash between both tells them the next time.
 */
export async function tellOfferNews(now: Date): Promise<void> {
  if (!isDigestTime(now)) return;
  const people = await asSystem('alerts go round those who keep searches', (db) => db.$queryRaw<{ missionLocaleId: string; actorId: string }[]>`
    SELECT DISTINCT m.mission_locale_id AS "missionLocaleId", m.user_id AS "actorId" FROM offer_search s JOIN membership m ON m.mission_locale_id = s.mission_locale_id AND m.user_id = s.user_id AND m.ended_at IS NULL
    JOIN user_account u ON u.id = m.user_id AND u.deactivated_at IS NULL WHERE s.deleted_at IS NULL`);
  const failures: unknown[] = [];
  for (const person of people) await tellOne(person, now).catch((error: unknown) => failures.push(error));
  for (const error of failures) logError(error, 'alerts of a person');
  if (failures.length > 0) throw new Error(`Les alertes de ${failures.length} personnes n’ont pas pu être écrites.`);
}

async function tellOne(person: { missionLocaleId: string; actorId: string }, now: Date): Promise<void> {
  await asMember(person, 'alerts', (ctx) => findNews({ ...ctx, now }));
  const letter = await asMember(person, 'alerts', async (real) => {
    const offers = await offerNews({ ...real, now }, { days: 4, limit: 50, untold: true });
    return offers.length === 0 ? null : { actor: real.actor, offers };
  });
  if (!letter) return;
  const { actor, offers } = letter;
  const here = (path: string) => new URL(path, env().APP_URL).href;
  const email = await renderEmail(OfferAlert, offerAlertSubject, {
    firstName: actor.firstName, offers: offers.slice(0, 12).map(({ id, title, holder, commune, search }) => ({ title, where: [holder, commune].filter(Boolean).join(', '), search, link: here(paths.offer(id)) })), count: offers.length,
    link: here(paths.offerFavourites()), stop: here(paths.stopAlerts(stopLink(env().APP_SECRET, actor.membershipId))),
  });
  await asSystem('a person is told of new offers', async (db) => {
    const id = mailIdOf(`offer alert ${actor.membershipId} ${parisDay(now)}`);
    // Written already today: what came since waits for tomorrow.
    if ((await db.mailMessage.count({ where: { id } })) > 0) return;
    await queueMail(db, { id, missionLocaleId: person.missionLocaleId, to: actor.email, template: 'offer-alert', ...email });
    await db.offerAlert.updateMany({ where: { missionLocaleId: person.missionLocaleId, userId: person.actorId, offerId: { in: offers.map((offer) => offer.id) } }, data: { toldAt: now } });
  });
}
