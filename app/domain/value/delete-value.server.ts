import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { ownValue } from './own-value.server';
import { deleteValueSchema } from './value.schema';
import { usersInWords, valueSets, type ValueSet, type ValueSetKey, type ValueUse } from './value-sets';

/**
 * Deletes one of the agency's own values. One in use is replaced by another everywhere in the same transaction, saved lists
 * that look for it included; without a replacement it is refused (`conflict`): it can be retired instead. Returns how many
 * uses were replaced.
 */
export async function deleteValue(ctx: Ctx, input: z.input<typeof deleteValueSchema>): Promise<{ label: string; replaced: number }> {
  const { set, id, replacementId } = readInput(deleteValueSchema, input);
  const { label } = await ownValue(ctx, set, id);
  const definition: ValueSet = valueSets[set];
  if (replacementId) await checkReplacement(ctx, set, id, replacementId);
  const counts = await countUses(ctx, definition, id);
  const used = usersInWords(definition, counts);
  if (used && !replacementId) throw conflict(`${label} sert à ${used}. Choisissez une valeur de remplacement, ou retirez-la seulement.`);
  if (replacementId) {
    for (const use of definition.uses) await replaceUse(ctx, use, { id, replacementId });
    await replaceInLists(ctx, { id, replacementId });
  }
  await ctx.db.$executeRaw`DELETE FROM ${Prisma.raw(definition.table)} WHERE id = ${id}::uuid`;
  return { label, replaced: counts.reduce((sum, count) => sum + count, 0) };
}

/** How many rows have the value, a number for each of its set's uses. One query. */
async function countUses({ db }: Ctx, { uses }: ValueSet, id: string): Promise<number[]> {
  if (uses.length === 0) return [];
  const counts = uses.map(({ table, column }, rank) => Prisma.sql`(SELECT count(*)::int FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(column)} = ${id}::uuid) AS ${Prisma.raw(`u${rank}`)}`);
  const [row] = await db.$queryRaw<[Record<string, number>]>`SELECT ${Prisma.join(counts)}`;
  return uses.map((_, rank) => row[`u${rank}`] ?? 0);
}

async function replaceUse({ db }: Ctx, { table, column, once }: ValueUse, { id, replacementId }: { id: string; replacementId: string }): Promise<void> {
  const [users, points] = [Prisma.raw(table), Prisma.raw(column)];
  // What already has the replacement keeps it as it is; the deleted value simply leaves it.
  if (once) {
    const holder = Prisma.raw(once);
    await db.$executeRaw`DELETE FROM ${users} gone WHERE gone.${points} = ${id}::uuid
      AND EXISTS (SELECT FROM ${users} kept WHERE kept.mission_locale_id = gone.mission_locale_id AND kept.${holder} = gone.${holder} AND kept.${points} = ${replacementId}::uuid)`;
  }
  await db.$executeRaw`UPDATE ${users} SET ${points} = ${replacementId}::uuid WHERE ${points} = ${id}::uuid`;
}

/** A saved list whose filter lost its value would show more than its author asked for; those of colleagues too, unread. */
async function replaceInLists(ctx: Ctx, { id, replacementId }: { id: string; replacementId: string }): Promise<void> {
  const { missionLocaleId } = ctx.actor;
  await ctx.beyondWalls('saved lists that look for a deleted value look for what replaces it', (db) =>
    db.$executeRaw`UPDATE saved_list SET filters = replace(filters, ${id}, ${replacementId}) WHERE mission_locale_id = ${missionLocaleId}::uuid AND strpos(filters, ${id}) > 0`);
}

/** In service, and visible here: the network's or the agency's own. Throws `invalid('replacementId')`. */
async function checkReplacement(ctx: Ctx, set: ValueSetKey, id: string, replacementId: string): Promise<void> {
  const [found] = await ctx.db.$queryRaw<unknown[]>`SELECT 1 FROM ${Prisma.raw(valueSets[set].table)} WHERE id = ${replacementId}::uuid AND retired_at IS NULL AND id <> ${id}::uuid`;
  if (!found) throw invalid('replacementId', 'Choisissez une valeur en service.');
}
