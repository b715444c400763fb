import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { nextStage, stages, verbs, type Stage } from './partnership.lifecycle';
import { stillOpenWords } from './still-open';
import { stillOpen } from './still-open.server';
import { heldPartnershipOf } from './partnership-of.server';
import type { MovePartnership } from './partnership.schema';

/**
 * Moves a partnership along its lifecycle and writes the move. Throws `conflict` when the verb cannot be done from here or
 * somebody moved it in the meantime, `invalid('endReasonId')` when it ends without a reason.
 */
export async function movePartnership(ctx: Ctx, { partnershipId, verb, comment = null, endReasonId = null }: MovePartnership): Promise<{ from: Stage; to: Stage; moveId: string; /** Archived: what stays to be done, in words; empty when nothing does. */ stillOpen: string }> {
  const partnership = await heldPartnershipOf(ctx, partnershipId);
  const from = partnership.stage;
  const to = nextStage(partnership, verb);
  if (!to) throw conflict(`« ${verbs[verb].label} » n’est pas possible : l’étape est « ${stages[from].label} ».`);
  if (verb === 'end') await checkReason(ctx, endReasonId);

  const { count } = await ctx.db.partnership.updateMany({
    where: { id: partnership.id, stage: from },
    data: {
      stage: to,
      stageSince: ctx.now,
      stageBeforeArchive: to === 'archived' ? from : null,
      endReasonId: to === 'ended' ? (endReasonId ?? partnership.endReasonId) : to === 'archived' ? partnership.endReasonId : null,
    },
  });
  if (count === 0) throw conflict('Une autre personne vient de changer l’étape. Rechargez la page.');
  const { id: moveId } = await ctx.db.stageMove.create({ data: { partnershipId: partnership.id, fromStage: from, toStage: to, comment, at: ctx.now }, select: { id: true } });
  await ctx.emit('partnership.moved', { partnershipId: partnership.id, from, to });
  return { from, to, moveId, stillOpen: to === 'archived' ? stillOpenWords(await stillOpen(ctx, [partnership.id])) : '' };
}

async function checkReason(ctx: Ctx, endReasonId: string | null): Promise<void> {
  const known = endReasonId && (await ctx.db.endReason.findFirst({ where: { id: endReasonId, retiredAt: null }, select: { id: true } }));
  if (!known) throw invalid('endReasonId', 'Indiquez pourquoi le partenariat se termine.');
}
