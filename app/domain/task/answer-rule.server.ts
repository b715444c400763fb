import type { Ctx } from '~/access/context';

/** What a rule asked is answered by what was just done: its open tasks are done. `about` is the beginning of their key. */
export async function answerRule(ctx: Ctx, about: string): Promise<void> {
  await ctx.db.task.updateMany({ where: { origin: 'rule', ruleKey: { startsWith: about }, doneAt: null, deletedAt: null }, data: { doneAt: ctx.now, doneById: ctx.actor.userId } });
}
