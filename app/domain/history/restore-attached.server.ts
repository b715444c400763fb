import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { Prisma } from '#prisma';
import { attachedValues, whyNotBack, type AttachedTable } from './attached-values';

export type AttachedEntry = { table: AttachedTable; before: Record<string, unknown> | null; after: Record<string, unknown> | null };

/**
 * Undoes the coming or the going of a theme, a tag or a kind: what was taken off comes back, what was added goes. Throws
 * `conflict` when it is so already, or when the value is no longer in service.
 */
export async function restoreAttached(ctx: Ctx, partnershipId: string, { table, before, after }: AttachedEntry): Promise<void> {
  const { column } = attachedValues[table];
  const rows = Prisma.raw(table);
  if (before) await checkValue(ctx, table, String(before[column]));
  const changed = before
    ? await ctx.db.$executeRaw`INSERT INTO ${rows} SELECT kept.* FROM jsonb_populate_record(NULL::${rows}, ${JSON.stringify(before)}::jsonb) AS kept ON CONFLICT DO NOTHING`
    : await ctx.db.$executeRaw`DELETE FROM ${rows} WHERE partnership_id = ${partnershipId}::uuid AND ${Prisma.raw(column)}::text = ${String(after?.[column])}`;
  if (changed === 0) throw conflict('C’est déjà ainsi : une autre personne vient de le faire. Relisez l’historique.');
}

async function checkValue(ctx: Ctx, table: AttachedTable, id: string): Promise<void> {
  const known = { partnership_kind: 'organisation_kind', partnership_tag: 'tag', partnership_theme: null }[table];
  const [value] = known ? await ctx.db.$queryRaw<{ isRetired: boolean }[]>`SELECT retired_at IS NOT NULL AS "isRetired" FROM ${Prisma.raw(known)} WHERE id = ${id}::uuid` : [];
  const reason = whyNotBack(table, { exists: value !== undefined, isRetired: value?.isRetired ?? false });
  if (reason) throw conflict(reason);
}
