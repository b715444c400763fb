import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';

type Locked = { id: string; seats: number; seated: number; cancelledAt: Date | null; endsAt: Date; timeZone: string; version: number };

/** A session of one of the agency's offers, its row held until the end of the transaction: who comes next waits. Throws `notFound`. */
export async function lockedSession(ctx: Ctx, { offerId, sessionId }: { offerId: string; sessionId: string }): Promise<Locked> {
  const [session] = await ctx.db.$queryRaw<Locked[]>`SELECT id::text, seats, seated, cancelled_at AS "cancelledAt", ends_at AS "endsAt", time_zone AS "timeZone", version FROM offer_session
    WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND offer_id = ${offerId}::uuid AND id = ${sessionId}::uuid FOR UPDATE`;
  if (!session) throw notFound('Cette session n’existe pas, ou plus.');
  return session;
}
