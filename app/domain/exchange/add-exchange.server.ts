import type { Ctx } from '~/access/context';
import { readInput } from '~/domain/partner/read-input';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import type { KeepFile } from '~/domain/stored-file/keep-file.server';
import { addTask } from '~/domain/task/add-task.server';
import { attachToExchange } from './exchange-file.server';
import { exchangeSchema, type TypedExchange, type TypedNextStep } from './exchange.schema';
import { nextStepOf } from './next-step';
import { pastMoment } from './past-moment';
import { noteWhoTookPart } from './who-took-part.server';

export type AddExchange = { partnershipId: string; isPinned?: boolean; files?: readonly KeepFile[] } & TypedExchange & TypedNextStep;

/**
 * Notes an exchange with the partner, signed by who acts, with its files and the task that follows it if there is one. Seen by the agency only.
 * Throws `merged` when the record is taken into another at that instant, `invalid(field)`: nothing said, too long, a day to come, somebody of another partner.
 */
export async function addExchange(ctx: Ctx, { partnershipId, isPinned = false, files = [], nextTitle, nextWhen, nextOn, ...input }: AddExchange): Promise<{ exchangeId: string; taskId: string | null }> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  const { contactIds, colleagueIds, happenedAt, ...typed } = readInput(exchangeSchema, input);
  const when = pastMoment(happenedAt, ctx.now);
  const next = nextStepOf({ nextTitle, nextWhen, nextOn }, ctx.now);
  const exchange = await ctx.db.interaction.create({ data: { ...typed, happenedAt: when, isPinned, partnershipId: id }, select: { id: true } });
  await noteWhoTookPart(ctx, { partnershipId: id, interactionId: exchange.id }, { contactIds, colleagueIds: colleagueIds.filter((one) => one !== ctx.actor.userId) });
  if (files.length > 0) await attachToExchange(ctx, { partnershipId: id, exchangeId: exchange.id, files });
  const task = next && (await addTask(ctx, { ...next, partnershipId: id, interactionId: exchange.id }));
  return { exchangeId: exchange.id, taskId: task?.taskId ?? null };
}
