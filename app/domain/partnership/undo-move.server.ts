import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import type { Stage } from './partnership.lifecycle';
import { heldPartnershipOf } from './partnership-of.server';

type Replaced = { stage: Stage; stage_since: string; stage_before_archive?: Stage | null; end_reason_id?: string | null };

/**
 * Takes back the latest move of a partnership: stage, date and reason as the trail says they were. Both moves stay in its
 * history. Throws `conflict` when somebody moved it again since.
 */
export async function undoMove(ctx: Ctx, { partnershipId, moveId }: { partnershipId: string; moveId: string }): Promise<{ stage: Stage }> {
  const partnership = await heldPartnershipOf(ctx, partnershipId);
  const last = await ctx.db.stageMove.findFirst({ where: { partnershipId: partnership.id }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  if (!last) throw notFound('Ce changement n’existe pas, ou plus.');
  if (last.id !== moveId || last.toStage !== partnership.stage) throw conflict('L’étape a changé depuis : rien n’est annulé.');
  const [trace] = await ctx.db.$queryRaw<{ before: Replaced }[]>`
    SELECT before FROM audit.entry WHERE record_id = ${partnership.id}::uuid AND table_name = 'partnership' AND operation = 'U' AND before ? 'stage' ORDER BY id DESC LIMIT 1`;
  if (!trace) throw conflict('L’étape d’avant n’est plus connue.');
  const { stage, stage_since, stage_before_archive, end_reason_id } = trace.before;
  const { count } = await ctx.db.partnership.updateMany({
    where: { id: partnership.id, stage: partnership.stage, stageSince: partnership.stageSince },
    data: {
      stage,
      stageSince: new Date(stage_since),
      // The trail holds what changed only: absent is as it was.
      ...(stage_before_archive !== undefined && { stageBeforeArchive: stage_before_archive }),
      ...(end_reason_id !== undefined && { endReasonId: end_reason_id }),
    },
  });
  if (count === 0) throw conflict('L’étape a changé depuis : rien n’est annulé.');
  await ctx.db.stageMove.create({ data: { partnershipId: partnership.id, fromStage: last.toStage, toStage: stage, comment: 'Changement annulé', at: ctx.now } });
  await ctx.emit('partnership.moved', { partnershipId: partnership.id, from: last.toStage, to: stage });
  return { stage };
}
