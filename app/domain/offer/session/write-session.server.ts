import type { Ctx } from '~/access/context';
import { conflict, invalid, stale } from '~/domain/errors';
import { has } from '~/domain/offer/offer-kinds';
import { ownOffer } from '~/domain/offer/offer-of.server';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { promote } from './register.server';
import { lockedSession } from './session-of.server';
import { sessionSchema, type editSessionSchema, type TypedSession } from './session.schema';
import { momentAt, timeZoneOf } from './time-zone';

const noMoment = {
  missing: 'Cette heure n’existe pas cette nuit-là : les horloges la sautent (heure d’été). Choisissez-en une autre.',
  twice: 'Cette heure vient deux fois cette nuit-là (heure d’hiver) : choisissez-en une autre.',
} as const;

/** Adds a dated run to a training or a workshop of the agency. Throws `invalid(field)`, `conflict` for a kind that has none, and for an offer from elsewhere: its dates are its source's. */
export async function addSession(ctx: Ctx, { offerId, ...input }: { offerId: string } & TypedSession): Promise<{ sessionId: string }> {
  const offer = await ownOffer(ctx, offerId);
  if (!has(offer.kind, 'sessions') || offer.deletedAt) throw conflict('Cette sorte d’offre n’a pas de sessions.');
  if (!isEditedHere(offer)) throw conflict('Cette offre vient d’ailleurs : ses dates sont celles de sa source.');
  const row = written(input, timeZoneOf(await departementOf(ctx, offer)));
  if (row.startsAt <= ctx.now) throw invalid('startsOn', 'Cette date est passée : une session se prévoit à l’avance.');
  const { id } = await ctx.db.offerSession.create({ data: { ...row, offerId }, select: { id: true } });
  return { sessionId: id };
}

/**
 * Corrects a session. More seats take in the first who wait; fewer than those who sit are refused: somebody has to be told first.
 * Throws `invalid(field)`, `conflict` for a cancelled one, `stale` when somebody corrected it meanwhile.
 */
export async function editSession(ctx: Ctx, { offerId, sessionId, version, ...input }: { offerId: string } & z.input<typeof editSessionSchema>): Promise<{ promoted: number }> {
  const known = await lockedSession(ctx, { offerId, sessionId });
  if (known.cancelledAt) throw conflict('Cette session est annulée.');
  if (known.version !== Number(version)) throw stale('Une autre personne vient de modifier cette session : rechargez la page.', known.version, []);
  const row = written(input, known.timeZone);
  if (row.seats < known.seated) throw invalid('seats', `${known.seated} personnes ont une place : libérez-en d’abord, ou gardez au moins ${known.seated} places.`);
  await ctx.db.offerSession.updateMany({ where: { id: sessionId }, data: row });
  return { promoted: (await promote(ctx, { id: sessionId, seated: known.seated, seats: row.seats })).length };
}

/** The session does not take place; those who were registered stay known, to be told. Twice changes nothing. */
export async function cancelSession(ctx: Ctx, { offerId, sessionId }: { offerId: string; sessionId: string }): Promise<void> {
  await lockedSession(ctx, { offerId, sessionId });
  await ctx.db.offerSession.updateMany({ where: { id: sessionId, cancelledAt: null }, data: { cancelledAt: ctx.now } });
}

/** It takes place after all. */
export async function restoreSession(ctx: Ctx, { offerId, sessionId }: { offerId: string; sessionId: string }): Promise<void> {
  await lockedSession(ctx, { offerId, sessionId });
  await ctx.db.offerSession.updateMany({ where: { id: sessionId }, data: { cancelledAt: null } });
}

function written(input: TypedSession, timeZone: string) {
  const { startsOn, startsAt, endsOn, endsAt, place, seats } = readInput(sessionSchema, input);
  const [from, to] = [momentAt(`${startsOn}T${startsAt}`, timeZone), momentAt(`${endsOn ?? startsOn}T${endsAt}`, timeZone)];
  if (!from.ok) throw invalid('startsAt', noMoment[from.why]);
  if (!to.ok) throw invalid('endsAt', noMoment[to.why]);
  if (to.at <= from.at) throw invalid(endsOn && endsOn < startsOn ? 'endsOn' : 'endsAt', 'La session finit avant de commencer : vérifiez les heures.');
  return { startsAt: from.at, endsAt: to.at, timeZone, place, seats };
}

async function departementOf(ctx: Ctx, { departementCode }: { departementCode: string | null }): Promise<string | null> {
  return departementCode ?? (await ctx.db.missionLocale.findFirst({ where: { id: ctx.actor.missionLocaleId ?? undefined }, select: { departementCode: true } }))?.departementCode ?? null;
}
