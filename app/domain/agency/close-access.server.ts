import type { Ctx } from '~/access/context';
import { endMembership } from '~/domain/account/end-membership.server';
import { ownMembership } from '~/domain/account/own-agency.server';
import { conflict, invalid } from '~/domain/errors';
import { choice } from '~/domain/partner/typed-text';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { handOverPortfolio } from '~/domain/portfolio/hand-over-portfolio.server';
import { wholePortfolio } from '~/domain/portfolio/portfolio-scope';
import { handOverTasks } from '~/domain/task/hand-over-tasks.server';
import { z } from '~/domain/zod';
import { heldBy } from './handover.server';

/** `successorId` empty: what the person holds stays without anybody in charge. `expected`: what the preview counted. */
export const closeAccessSchema = z.object({ membershipId: z.uuid(), successorId: choice(), expected: z.coerce.number().int().min(0) });
export type CloseAccess = z.output<typeof closeAccessSchema>;

/**
 * Closes somebody's access and hands over what they hold, in one transaction: all of it or nothing. Throws `conflict` when the
 * portfolio changed since the preview, for the last administrator and for oneself; `invalid('successorId')`.
 */
export async function closeAccess(ctx: Ctx, { membershipId, successorId, expected }: CloseAccess): Promise<{ handed: number; /** The report of what was handed over. */ handoverId: string | null }> {
  const { userId } = await ownMembership(ctx, membershipId);
  if (userId === ctx.actor.userId) throw conflict('Vous ne pouvez pas fermer votre propre accès : demandez-le à une autre personne qui administre l’agence.');
  if (successorId === userId) throw invalid('successorId', 'Choisissez quelqu’un d’autre.');
  await checkOfficer(ctx, successorId).catch(() => {
    throw invalid('successorId', 'Cette personne ne travaille pas ou plus dans votre Mission Locale.');
  });
  await endMembership(ctx, { membershipId });
  const { total } = await heldBy(ctx, userId);
  if (total === 0 && expected === 0) {
    await handOverTasks(ctx, { fromId: userId, toId: successorId });
    return { handed: 0, handoverId: null };
  }
  const { partners, handoverId } = await handOverPortfolio(ctx, { fromId: userId, toId: successorId, scope: wholePortfolio, word: null, introduce: false, expected });
  return { handed: partners, handoverId };
}
