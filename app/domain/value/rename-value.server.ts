import type { Ctx } from '~/access/context';
import { stale } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { ownValue, refuseSameLabel } from './own-value.server';
import { renameValueSchema } from './value.schema';
import { valueSets } from './value-sets';

/** Renames a value; what uses it shows the new name at once. Throws `invalid('label')`, `stale`, `notFound`. */
export async function renameValue(ctx: Ctx, input: z.input<typeof renameValueSchema>): Promise<void> {
  const { set, id, label, version } = readInput(renameValueSchema, input);
  const value = await ownValue(ctx, set, id);
  if (value.label === label) return;
  if (value.version !== version) throw stale('Quelqu’un a renommé cette valeur entre-temps.', value.version, [{ field: 'label', label: 'Nom', theirs: value.label, yours: label }]);
  await refuseSameLabel(ctx, set, label, id);
  await ctx.db.$executeRaw`UPDATE ${Prisma.raw(valueSets[set].table)} SET label = ${label} WHERE id = ${id}::uuid`;
  // Partners are searched by the names of their tags: touching the links makes the index read the new one. Nothing else changes.
  if (set === 'etiquettes') await ctx.db.$executeRaw`UPDATE partnership_tag SET tag_id = tag_id WHERE tag_id = ${id}::uuid`;
}
