import { createHmac, randomUUID } from 'node:crypto';
import type { Db } from '~/access/context';
import { hashToken, keyFor } from './tokens';

export type TokenPurpose = 'invitation' | 'passwordReset' | 'offerCurrent';

/** How long a link sent by mail may be opened. */
export const invitationDays = 7;
export const resetHours = 2;
export const offerCurrentDays = 21;
const hoursOf = { invitation: invitationDays * 24, passwordReset: resetHours, offerCurrent: offerCurrentDays * 24 } satisfies Record<TokenPurpose, number>;

/**
 * Makes a single-use link's token for somebody, in place of those they had for the same purpose (and `subjectId`, when it is about
 * something). What comes back is a
 * stand-in: the token itself is computed from it with the application's secret at the moment of sending (`withTokens`), so
 * that no usable link is ever written in the database, the outbox or a backup.
 */
export async function issueToken(db: Db, secret: string, { purpose, userId, subjectId = null }: { purpose: TokenPurpose; userId: string; subjectId?: string | null }): Promise<string> {
  await db.oneTimeToken.deleteMany({ where: { purpose, userId, subjectId } });
  const id = randomUUID();
  await db.oneTimeToken.create({ data: { id, purpose, userId, subjectId, tokenHash: hashToken(tokenOf(secret, id)), expiresAt: new Date(Date.now() + hoursOf[purpose] * 3_600_000) } });
  return `jeton-${id}`;
}

/** The same text with each stand-in replaced by its token. */
export const withTokens = (text: string, secret: string) => text.replace(/jeton-([0-9a-f-]{36})/g, (_all, id: string) => tokenOf(secret, id));

const tokenOf = (secret: string, id: string) => createHmac('sha256', keyFor(secret, 'one-time-token')).update(id).digest('base64url');

/** Whose link this is, while it can serve; null when it is unknown, expired or used. Reading it uses nothing. */
export async function holderOfToken(db: Db, purpose: TokenPurpose, token: string) {
  const found = await db.oneTimeToken.findFirst({ where: { purpose, tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } }, select: { userId: true } });
  return found && db.user.findFirst({ where: { id: found.userId, deactivatedAt: null, memberships: { some: { endedAt: null } } } });
}

/** Uses the link, once: of two people who do so at the same moment, one gets `true`. `answer` is what was answered by it. */
export async function consumeToken(db: Db, purpose: TokenPurpose, token: string, answer: 'current' | 'over' | null = null): Promise<boolean> {
  const { count } = await db.oneTimeToken.updateMany({ where: { purpose, tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } }, data: { usedAt: new Date(), answer } });
  return count === 1;
}
