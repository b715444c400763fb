import type { Db } from '~/access/context';
import { parisDay } from '~/domain/text/paris-day';
import { agreementStates } from './agreement.lifecycle';

/** Over all agencies, each night: what is signed and whose last day is past expires, once. Answers how many. Run again, it finds none. */
export async function expireAgreements(db: Db, now: Date): Promise<number> {
  const { count } = await db.agreement.updateMany({ where: { state: 'active', deletedAt: null, endsOn: { lt: new Date(`${parisDay(now)}T00:00:00Z`) } }, data: { state: agreementStates.active.next.expire } });
  return count;
}
