import type { Db } from '~/access/context';
import { parisDay } from '~/domain/text/paris-day';
import { offerStates } from './offer.lifecycle';

/**
 * Over all agencies, each night: what is published or paused and whose closing day, or last day, is past expires, once. Answers
 * how many. Run again, it finds none.
 */
export async function expireOffers(db: Db, now: Date): Promise<number> {
  const today = new Date(`${parisDay(now)}T00:00:00Z`);
  const { count } = await db.offer.updateMany({
    where: { state: { in: ['published', 'paused'] }, deletedAt: null, OR: [{ closesOn: { lt: today } }, { endsOn: { lt: today } }] },
    data: { state: offerStates.published.next.expire, stateSince: now },
  });
  return count;
}
