import type { Db } from '~/access/context';
import { hashToken, newToken } from './tokens';

/** Signed out after this long without a request, and in any case after that long. */
export const idleHours = 12;
export const absoluteHours = 24 * 7;
/** Time left to give the second factor once the password was right. */
export const codeMinutes = 10;

export type StartedSession = { token: string; waitsForCode: boolean };

/**
 * Opens a session in the place where the person worked last. With a second factor it opens nothing until the code is given,
 * unless `codeGiven`. Null when the person has no place left anywhere.
 */
export async function startSession(db: Db, { userId, device, codeGiven = false }: { userId: string; device: string; codeGiven?: boolean }): Promise<StartedSession | null> {
  const [place] = await db.$queryRaw<{ id: string; hasSecondFactor: boolean }[]>`
    SELECT m.id, c.totp_enabled_at IS NOT NULL AS "hasSecondFactor"
    FROM membership m JOIN credential c ON c.user_id = m.user_id
    WHERE m.user_id = ${userId}::uuid AND m.ended_at IS NULL
    ORDER BY (SELECT max(s.created_at) FROM session s WHERE s.user_id = m.user_id AND s.membership_id = m.id) DESC NULLS LAST, m.created_at DESC, m.id
    LIMIT 1`;
  if (!place) return null;
  const token = newToken();
  const waitsForCode = place.hasSecondFactor && !codeGiven;
  const minutes = waitsForCode ? codeMinutes : absoluteHours * 60;
  await db.session.create({
    data: { tokenHash: hashToken(token), userId, membershipId: place.id, isComplete: !waitsForCode, device, expiresAt: new Date(Date.now() + minutes * 60_000) },
  });
  if (!waitsForCode) await db.user.updateMany({ where: { id: userId }, data: { lastSeenAt: new Date() } });
  return { token, waitsForCode };
}
