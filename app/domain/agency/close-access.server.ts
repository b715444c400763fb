import type { Ctx } from '~/access/context';
import { endMembership } from '~/domain/account/end-membership.server';
import { ownMembership } from '~/domain/account/own-agency.server';
import { conflict, invalid } from '~/domain/errors';
import { choice, ticked } from '~/domain/partner/typed-text';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { handOverPortfolio } from '~/domain/portfolio/hand-over-portfolio.server';
import { wholePortfolio } from '~/domain/portfolio/portfolio-scope';
import { z } from '~/domain/zod';
import { heldBy } from './handover.server';
import { holdsSomething } from './held';

/** `successorId` empty: what the person holds stays without anybody in charge. `expected`: the partners that the preview counted. */
export const closeAccessSchema = z.object({ membershipId: z.uuid(), successorId: choice(), withLists: ticked(), withSearches: ticked(), expected: z.coerce.number().int().min(0) });
export type CloseAccess = z.output<typeof closeAccessSchema>;

type Handed = { handed: number; /** The report of what was handed over. */ handoverId: string | null };

/**
 * Closes somebody's access and hands over what they hold, in one transaction: all of it or nothing. Lists and searches go along when
 * asked and somebody takes over; those that stay can be handed over later (`handOverLeftovers`). Their alerts stop. Throws `conflict` when
 * the portfolio changed since the preview, for the last administrator and for oneself; `invalid('successorId')`.
 */
export async function closeAccess(ctx: Ctx, { membershipId, ...input }: CloseAccess): Promise<Handed> {
  const { userId } = await ownMembership(ctx, membershipId);
  if (userId === ctx.actor.userId) throw conflict('Vous ne pouvez pas fermer votre propre accès : demandez-le à une autre personne qui administre l’agence.');
  await checkSuccessor(ctx, userId, input.successorId);
  await endMembership(ctx, { membershipId });
  return handOverAll(ctx, userId, input);
}

/** Gives to a colleague what a closed access still holds. Throws `conflict` while it is open, `invalid('successorId')`. */
export async function handOverLeftovers(ctx: Ctx, { membershipId, ...input }: CloseAccess): Promise<Handed> {
  const { userId, endedAt } = await ownMembership(ctx, membershipId);
  if (!endedAt) throw conflict('L’accès de cette personne est ouvert : elle garde ce qu’elle tient, ou le transmet.');
  if (!input.successorId) throw invalid('successorId', 'Choisissez la personne qui reprend.');
  await checkSuccessor(ctx, userId, input.successorId);
  return handOverAll(ctx, userId, input);
}

async function checkSuccessor(ctx: Ctx, userId: string, successorId: string | null): Promise<void> {
  if (successorId === userId) throw invalid('successorId', 'Choisissez quelqu’un d’autre.');
  await checkOfficer(ctx, successorId).catch(() => {
    throw invalid('successorId', 'Cette personne ne travaille pas ou plus dans votre Mission Locale.');
  });
}

async function handOverAll(ctx: Ctx, fromId: string, { successorId, withLists, withSearches, expected }: Omit<CloseAccess, 'membershipId'>): Promise<Handed> {
  if (expected === 0 && !holdsSomething(await heldBy(ctx, fromId))) return { handed: 0, handoverId: null };
  const { partners, handoverId } = await handOverPortfolio(ctx, { fromId, toId: successorId, scope: wholePortfolio, word: null, introduce: false, expected, leaves: { withLists, withSearches } });
  return { handed: partners, handoverId };
}
