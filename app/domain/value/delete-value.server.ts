import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { ownValue } from './own-value.server';
import { deleteValueSchema } from './value.schema';
import { valueSets, type ValueSet, type ValueSetKey } from './value-sets';

/**
 * Deletes one of the agency's own values. One that partners have is replaced by another in the same transaction; without a
 * replacement it is refused (`conflict`): it can be retired instead. Returns how many uses were replaced.
 */
export async function deleteValue(ctx: Ctx, input: z.input<typeof deleteValueSchema>): Promise<{ label: string; replaced: number }> {
  const { set, id, replacementId } = readInput(deleteValueSchema, input);
  const { label } = await ownValue(ctx, set, id);
  const definition: ValueSet = valueSets[set];
  if (replacementId) await checkReplacement(ctx, set, id, replacementId);
  let replaced = 0;
  for (const { table, column, onePerPartner } of definition.uses) {
    const [users, points] = [Prisma.raw(table), Prisma.raw(column)];
    const [{ count }] = await ctx.db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM ${users} WHERE ${points} = ${id}::uuid`;
    if (count > 0 && !replacementId) throw conflict(`${label} sert à ${count} partenaire${count > 1 ? 's' : ''}. Choisissez une valeur de remplacement, ou retirez-la seulement.`);
    replaced += count;
    if (count === 0) continue;
    // A partner that already has the replacement keeps it as it is; the deleted value simply leaves it.
    if (onePerPartner) {
      await ctx.db.$executeRaw`DELETE FROM ${users} gone WHERE gone.${points} = ${id}::uuid
        AND EXISTS (SELECT FROM ${users} kept WHERE kept.mission_locale_id = gone.mission_locale_id AND kept.partnership_id = gone.partnership_id AND kept.${points} = ${replacementId}::uuid)`;
    }
    await ctx.db.$executeRaw`UPDATE ${users} SET ${points} = ${replacementId}::uuid WHERE ${points} = ${id}::uuid`;
  }
  await ctx.db.$executeRaw`DELETE FROM ${Prisma.raw(definition.table)} WHERE id = ${id}::uuid`;
  return { label, replaced };
}

/** In service, and visible here: the network's or the agency's own. Throws `invalid('replacementId')`. */
async function checkReplacement(ctx: Ctx, set: ValueSetKey, id: string, replacementId: string): Promise<void> {
  const [found] = await ctx.db.$queryRaw<unknown[]>`SELECT 1 FROM ${Prisma.raw(valueSets[set].table)} WHERE id = ${replacementId}::uuid AND retired_at IS NULL AND id <> ${id}::uuid`;
  if (!found) throw invalid('replacementId', 'Choisissez une valeur en service.');
}
