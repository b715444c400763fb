import { timingSafeEqual } from 'node:crypto';
import type { Db } from '~/access/context';
import { fingerprint } from '~/domain/account/tokens';

const purpose = 'offer-alert-stop';
const aLink = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{64})$/;

/** The end of the address by which somebody stops their alerts without signing in: it can do nothing else, and serves as long as the mail is kept. */
export const stopLink = (secret: string, membershipId: string): string => `${membershipId}.${fingerprint(secret, purpose, membershipId)}`;

/** The membership that a link is of; null for one that we did not write. */
export function readStopLink(secret: string, link: string): string | null {
  const [, membershipId = '', signature = ''] = aLink.exec(link) ?? [];
  if (!membershipId) return null;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(fingerprint(secret, purpose, membershipId))) ? membershipId : null;
}

/** No more mail for any of the searches that this person keeps in this agency. As the system; twice changes nothing. */
export async function stopAlerts(db: Db, membershipId: string): Promise<void> {
  const membership = await db.membership.findFirst({ where: { id: membershipId }, select: { userId: true, missionLocaleId: true } });
  if (membership?.missionLocaleId) await db.offerSearch.updateMany({ where: { userId: membership.userId, missionLocaleId: membership.missionLocaleId }, data: { byMail: false } });
}
