import type { Ctx } from '~/access/context';
import { readInput } from '~/domain/partner/read-input';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import { checkAssignee } from './check-assignee.server';
import { dateOfDay, parisDay, type Day } from '~/domain/text/paris-day';
import { taskFieldsSchema } from './task.schema';

export type AddTask = {
  partnershipId: string | null;
  title: string;
  /** `2026-11-30`; a past day is allowed, and said. */
  dueOn: Day;
  /** Whom it is for; the actor when left out, the whole team when null. */
  assigneeId?: string | null;
  /** The exchange that it follows. */
  interactionId?: string | null;
};

/**
 * Writes something to do, for a partner or for none. Throws `notFound` for a partner of another agency, `invalid` for an empty
 * or endless title, a date that is none, or somebody of another agency.
 */
export async function addTask(ctx: Ctx, { partnershipId, assigneeId, interactionId = null, ...input }: AddTask): Promise<{ taskId: string; isLate: boolean }> {
  if (partnershipId) await heldPartnershipOf(ctx, partnershipId);
  const { title, dueOn } = readInput(taskFieldsSchema, input);
  const given = assigneeId === undefined ? ctx.actor.userId : assigneeId;
  await checkAssignee(ctx, given);
  const task = await ctx.db.task.create({
    data: { partnershipId: partnershipId || null, title, dueOn: dateOfDay(dueOn), assigneeId: given, interactionId, origin: interactionId ? 'exchange' : 'person' },
    select: { id: true },
  });
  return { taskId: task.id, isLate: dueOn < parisDay(ctx.now) };
}
