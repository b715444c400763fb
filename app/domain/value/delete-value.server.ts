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

type Replaced = { id: string; replacementId: string };

async function replaceUse(ctx: Ctx, use: ValueUse, replaced: Replaced): Promise<void> {
  if (use.once) await replaceInKeys(ctx, { ...use, once: use.once }, replaced);
  const [users, points] = [Prisma.raw(use.table), Prisma.raw(use.column)];
  await ctx.db.$executeRaw`UPDATE ${users} SET ${points} = ${replaced.replacementId}::uuid WHERE ${points} = ${replaced.id}::uuid`;
}

/**
 * Where the value is in the row's key, the new row comes and the old one goes: the audit trail pairs rows by their key, and an update
 * would leave no trace. What has the replacement already, or says it by its main kind, keeps it as it is. Rows of a record that was
 * taken into another one, to which nothing is added, are left to the update.
 */
async function replaceInKeys({ db }: Ctx, { table, column, once }: ValueUse & { once: string }, { id, replacementId }: Replaced): Promise<void> {
  const [users, points, holder] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(once)];
  const isMainKind = table === 'partnership_kind' ? Prisma.sql`OR EXISTS (SELECT FROM partnership p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = gone.partnership_id AND o.kind_id = ${replacementId}::uuid)` : Prisma.empty;
  const saysIt = Prisma.sql`(EXISTS (SELECT FROM ${users} kept WHERE kept.mission_locale_id = gone.mission_locale_id AND kept.${holder} = gone.${holder} AND kept.${points} = ${replacementId}::uuid) ${isMainKind})`;
  await db.$executeRaw`DELETE FROM ${users} gone WHERE gone.${points} = ${id}::uuid AND ${saysIt}`;
  const isLiving = Prisma.sql`gone.${points} = ${id}::uuid AND EXISTS (SELECT FROM partnership p WHERE p.id = gone.partnership_id AND p.merged_into_id IS NULL)`;
  await db.$executeRaw`INSERT INTO ${users} SELECT (jsonb_populate_record(gone, jsonb_build_object(${column}::text, ${replacementId}::text))).* FROM ${users} gone WHERE ${isLiving}`;
  await db.$executeRaw`DELETE FROM ${users} gone WHERE ${isLiving}`;
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
