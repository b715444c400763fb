import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { z } from '~/domain/zod';

/** An id as it comes from an address, or the page that does not exist. */
export function knownId(id: string | undefined, sentence = 'Ce partenaire n’existe pas, ou plus.'): string {
  const read = z.uuid().safeParse(id);
  if (!read.success) throw notFound(sentence);
  return read.data;
}

/** The partnership, behind the walls of who asks. Throws `notFound`. */
export async function partnershipOf(ctx: Ctx, partnershipId: string | undefined) {
  const partnership = await ctx.db.partnership.findFirst({ where: { id: knownId(partnershipId) } });
  if (!partnership) throw notFound('Ce partenaire n’existe pas, ou plus.');
  return partnership;
}
