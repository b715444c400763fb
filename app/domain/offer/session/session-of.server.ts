import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import type { OfferState } from '#prisma';

type Locked = { id: string; seats: number; seated: number; cancelledAt: Date | null; endsAt: Date; timeZone: string; version: number; offerState: OfferState; isOfferDeleted: boolean };

/** A session of one of the agency's offers, its row held until the end of the transaction: who comes next waits. Throws `notFound`. */
export async function lockedSession(ctx: Ctx, { offerId, sessionId }: { offerId: string; sessionId: string }): Promise<Locked> {
  const [session] = await ctx.db.$queryRaw<Locked[]>`SELECT s.id::text, s.seats, s.seated, s.cancelled_at AS "cancelledAt", s.ends_at AS "endsAt", s.time_zone AS "timeZone", s.version, f.state::text AS "offerState", f.deleted_at IS NOT NULL AS "isOfferDeleted"
    FROM offer_session s JOIN offer f ON f.mission_locale_id = s.mission_locale_id AND f.id = s.offer_id
    WHERE s.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND s.offer_id = ${offerId}::uuid AND s.id = ${sessionId}::uuid FOR UPDATE OF s`;
  if (!session) throw notFound('Cette session n’existe pas, ou plus.');
  return session;
}
