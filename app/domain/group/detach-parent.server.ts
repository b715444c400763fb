import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { withSources } from '~/domain/partner/shared-facts';
import { sharedRecordOf } from './shared-record-of.server';

/** Takes a partner off its group or its federation. Throws `conflict` when the record changed meanwhile or the organisation wrote it itself. */
export async function detachParent(ctx: Ctx, { partnershipId, version }: { partnershipId: string; version: number }): Promise<void> {
  const { organisation, sources } = await sharedRecordOf(ctx, partnershipId);
  const { count } = await ctx.db.organisation.updateMany({ where: { id: organisation.id, version }, data: { parentId: null, factSources: withSources(sources, { parentId: null }, 'agency', ctx.now) } });
  if (count === 0) throw conflict('Une autre personne vient de modifier cette fiche : relisez-la, puis recommencez.');
  await ctx.emit('partner.changed', { partnershipId });
}
