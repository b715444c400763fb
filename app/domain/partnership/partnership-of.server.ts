import type { Ctx } from '~/access/context';
import { merged, notFound, type DomainError } from '~/domain/errors';
import { z } from '~/domain/zod';
import { Prisma } from '#prisma';

/** An id as it comes from an address, or the page that does not exist. */
export function knownId(id: string | undefined, sentence = 'Ce partenaire n’existe pas, ou plus.'): string {
  const read = z.uuid().safeParse(id);
  if (!read.success) throw notFound(sentence);
  return read.data;
}

/** The partnership, behind the walls of who asks. Throws `notFound`, or `merged` for one that was taken into another. */
export async function partnershipOf(ctx: Ctx, partnershipId: string | undefined) {
  const partnership = await ctx.db.partnership.findFirst({ where: { id: knownId(partnershipId) } });
  if (!partnership) throw notFound('Ce partenaire n’existe pas, ou plus.');
  if (partnership.mergedIntoId) throw merged(partnership.mergedIntoId);
  return partnership;
}

/**
 * The same, which no merge takes into another before the transaction ends: what is written on it now is there when the merge
 * gathers what moves. A merge under way is waited for, and then told as `merged`.
 */
export async function heldPartnershipOf(ctx: Ctx, partnershipId: string | undefined) {
  await holdPartnership(ctx, partnershipId);
  return partnershipOf(ctx, partnershipId);
}

/** Waits for a merge of this record, and lets none begin before the transaction ends: for what is written on something that hangs on it. */
export async function holdPartnership(ctx: Ctx, partnershipId: string | undefined): Promise<void> {
  await ctx.db.$queryRaw`SELECT FROM partnership WHERE mission_locale_id = app.mission_locale() AND id = ${knownId(partnershipId)}::uuid FOR KEY SHARE`;
}

/** The same for the record on which this task or offer hangs, if any: read afterwards, it is where a merge has put it. */
export async function holdPartnershipUnder(ctx: Ctx, table: 'task' | 'offer', id: string): Promise<void> {
  await ctx.db.$queryRaw`SELECT FROM partnership WHERE mission_locale_id = app.mission_locale() AND id = (SELECT t.partnership_id FROM ${Prisma.raw(table)} t WHERE t.mission_locale_id = app.mission_locale() AND t.id = ${id}::uuid) FOR KEY SHARE`;
}

/** Of many, those that are still a record of their own, held alike; always in the same order. One query. */
export async function heldAmong(ctx: Ctx, partnershipIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`SELECT id::text FROM partnership WHERE mission_locale_id = app.mission_locale() AND id = ANY (${partnershipIds}::uuid[]) AND merged_into_id IS NULL ORDER BY partnership.id FOR KEY SHARE`;
  return rows.map(({ id }) => id);
}

/** Why something is not on this record: the record was taken into another one, with it, or it does not exist. */
export async function goneFrom(ctx: Ctx, partnershipId: string, sentence: string): Promise<DomainError> {
  const partnership = await ctx.db.partnership.findFirst({ where: { id: partnershipId }, select: { mergedIntoId: true } });
  return partnership?.mergedIntoId ? merged(partnership.mergedIntoId) : notFound(sentence);
}
