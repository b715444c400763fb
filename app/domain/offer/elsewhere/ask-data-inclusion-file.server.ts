import type { Ctx } from '~/access/context';

/** A file of services arrived; a job takes it in. */
export async function sendServices(ctx: Ctx, { fileKey, isWhole }: { fileKey: string; isWhole: boolean }): Promise<void> {
  const missionLocaleId = ctx.actor.missionLocaleId!;
  const source = 'dataInclusion';
  await ctx.db.offerFeed.upsert({ where: { missionLocaleId_source: { missionLocaleId, source } }, create: { source, askedAt: ctx.now }, update: { askedAt: ctx.now } });
  await ctx.emit('services.received', { fileKey, isWhole });
}
