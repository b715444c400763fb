import type { Ctx } from '~/access/context';
import { clockAt } from './time-zone';

export type SessionRow = { id: string; startsAt: Date; endsAt: Date; timeZone: string; /** On the clock of the place: `2026-11-25T09:30`. */ from: string; to: string; place: string | null; seats: number; left: number; waiting: number; cancelledAt: Date | null; version: number; isOver: boolean };
/** So long, a place given back by mistake is one click away. */
const releasedShownDays = 7;

export type Registered = { id: string; sessionId: string; label: string | null; state: 'seated' | 'waiting' | 'released'; position: number };

/** The sessions of an offer that the person reads, those to come first; and, for the agency's own, who is registered, in order, and whose place was given back these last days. Two queries. */
export async function sessionsOf(ctx: Ctx, offerId: string): Promise<{ sessions: SessionRow[]; registered: Registered[] }> {
  const rows = await ctx.db.offerSession.findMany({ where: { offerId }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], take: 200 });
  const registered = (await ctx.db.offerRegistration.findMany({ where: { sessionId: { in: rows.map(({ id }) => id) }, OR: [{ state: { not: 'released' } }, { releasedAt: { gt: new Date(ctx.now.getTime() - releasedShownDays * 86_400_000) }, label: { not: null } }] }, orderBy: { position: 'asc' }, take: 5000, select: { id: true, sessionId: true, label: true, state: true, position: true } })) as Registered[];
  const sessions = rows.map(({ id, startsAt, endsAt, timeZone, place, seats, seated, cancelledAt, version }) => ({
    id, startsAt, endsAt, timeZone, place, seats, cancelledAt, version, left: seats - seated, from: clockAt(startsAt, timeZone), to: clockAt(endsAt, timeZone),
    waiting: registered.filter((one) => one.sessionId === id && one.state === 'waiting').length, isOver: endsAt <= ctx.now,
  }));
  return { sessions: [...sessions.filter(({ isOver }) => !isOver), ...sessions.filter(({ isOver }) => isOver).reverse()], registered };
}
