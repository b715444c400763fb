import type { Ctx, Db } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { fold } from '~/domain/text/fold';
import { inGuillemets } from '~/domain/text/in-guillemets';
import type { z } from '~/domain/zod';
import type { OfferState } from '#prisma';
import { registerSchema, type releaseSchema } from './session.schema';
import { lockedSession } from './session-of.server';

type Seats = { id: string; seats: number; seated: number };

/**
 * Registers somebody: seated while a seat is left, else at the end of the waiting list. The row of the session is locked, so that of
 * fifty at once on three seats three sit and the others wait in order. Throws `invalid('label')` for a name already there, `conflict`
 * for a session that is over or cancelled, or an offer that was withdrawn.
 */
export async function register(ctx: Ctx, { offerId, ...input }: { offerId: string } & z.input<typeof registerSchema>): Promise<{ registrationId: string; state: 'seated' | 'waiting'; rank: number }> {
  const { sessionId, label } = readInput(registerSchema, input);
  const session = await lockedSession(ctx, { offerId, sessionId });
  if (session.cancelledAt) throw conflict('Cette session est annulée : personne ne peut plus s’y inscrire.');
  if (session.endsAt <= ctx.now) throw conflict('Cette session est passée : personne ne peut plus s’y inscrire.');
  if (!isStillProposed(session)) throw conflict('Cette offre n’est plus proposée : remettez-la en ligne pour y inscrire quelqu’un.');
  const there = await ctx.db.offerRegistration.findMany({ where: { sessionId, state: { not: 'released' } }, select: { label: true, state: true } });
  if (there.some((one) => one.label && fold(one.label) === fold(label))) throw invalid('label', `${inGuillemets(label)} est déjà dans la liste : ajoutez une lettre s’il s’agit de quelqu’un d’autre.`);
  const state = session.seated < session.seats ? 'seated' : 'waiting';
  const { _max } = await ctx.db.offerRegistration.aggregate({ where: { sessionId }, _max: { position: true } });
  const { id } = await ctx.db.offerRegistration.create({ data: { sessionId, label, state, position: (_max.position ?? 0) + 1 }, select: { id: true } });
  if (state === 'seated') await ctx.db.offerSession.updateMany({ where: { id: sessionId }, data: { seated: { increment: 1 } } });
  return { registrationId: id, state, rank: there.filter((one) => one.state === state).length + 1 };
}

/** Gives a place back, seat or rank; a seat goes to the first who waits. Answers who that is. Twice changes nothing. */
export async function release(ctx: Ctx, { offerId, sessionId, registrationId }: { offerId: string } & z.output<typeof releaseSchema>): Promise<{ promoted: string | null }> {
  const session = await lockedSession(ctx, { offerId, sessionId });
  const registration = await ctx.db.offerRegistration.findFirst({ where: { id: registrationId, sessionId } });
  if (!registration || registration.state === 'released') return { promoted: null };
  await ctx.db.offerRegistration.updateMany({ where: { id: registrationId }, data: { state: 'released', releasedAt: ctx.now } });
  if (registration.state === 'waiting') return { promoted: null };
  await ctx.db.offerSession.updateMany({ where: { id: sessionId }, data: { seated: { decrement: 1 } } });
  return { promoted: (await promote(ctx, { ...session, seated: session.seated - 1 }))[0] ?? null };
}

/**
 * Undoes a release: the person comes back in the order of their arrival, seated when a seat is left, else waiting. Nobody is sent away for
 * them: who took their seat may have been told. Twice changes nothing. Throws `conflict` for a session that is over or cancelled, or when the
 * same name was registered since.
 */
export async function giveBack(ctx: Ctx, { offerId, sessionId, registrationId }: { offerId: string } & z.output<typeof releaseSchema>): Promise<{ label: string; state: 'seated' | 'waiting'; rank: number } | null> {
  const session = await lockedSession(ctx, { offerId, sessionId });
  const registration = await ctx.db.offerRegistration.findFirst({ where: { id: registrationId, sessionId } });
  if (!registration?.label || registration.state !== 'released') return null;
  const { label, position } = registration;
  if (session.cancelledAt || session.endsAt <= ctx.now) throw conflict('Cette session est annulée ou passée.');
  const there = await ctx.db.offerRegistration.findMany({ where: { sessionId, state: { not: 'released' } }, select: { label: true, state: true, position: true } });
  if (there.some((one) => one.label && fold(one.label) === fold(label))) throw conflict(`${inGuillemets(label)} est de nouveau dans la liste.`);
  const state = session.seated < session.seats ? 'seated' : 'waiting';
  await ctx.db.offerRegistration.updateMany({ where: { id: registrationId }, data: { state, releasedAt: null } });
  if (state === 'seated') await ctx.db.offerSession.updateMany({ where: { id: sessionId }, data: { seated: { increment: 1 } } });
  return { label, state, rank: there.filter((one) => one.state === state && one.position < position).length + 1 };
}

const isStillProposed = ({ offerState, isOfferDeleted }: { offerState: OfferState; isOfferDeleted: boolean }) => !isOfferDeleted && offerState !== 'archived' && offerState !== 'withdrawn';

/** Seats those who wait, in order, while seats are left. Under the lock of the session. Answers their names. */
export async function promote(ctx: Ctx, { id, seats, seated }: Seats): Promise<string[]> {
  if (seats <= seated) return [];
  const first = await ctx.db.offerRegistration.findMany({ where: { sessionId: id, state: 'waiting' }, orderBy: { position: 'asc' }, take: seats - seated, select: { id: true, label: true } });
  if (first.length === 0) return [];
  await ctx.db.offerRegistration.updateMany({ where: { id: { in: first.map((one) => one.id) } }, data: { state: 'seated' } });
  await ctx.db.offerSession.updateMany({ where: { id }, data: { seated: seated + first.length } });
  return first.map(({ label }) => label ?? '');
}

const keptDays = 90;

/** Three months after a session, who came is nobody's business: names leave, counts stay. As the system. Answers how many. */
export function forgetNames(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`UPDATE offer_registration r SET label = NULL FROM offer_session s WHERE s.mission_locale_id = r.mission_locale_id AND s.id = r.session_id AND r.label IS NOT NULL AND s.ends_at < ${new Date(now.getTime() - keptDays * 86_400_000)}`;
}
