import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import type { Selection } from './bulk-change.schema';
import { allBut, conditionsOf, partnersOf } from './conditions.server';
import type { PartnerFilters } from './filters';
import { criteriaFor } from './list-partners.server';

/**
 * The partnerships chosen in a list: those ticked that are the agency's, or all those that its filters keep at this instant.
 * Throws `invalid('form')` when there is none.
 */
export async function chosenPartners(ctx: Ctx, { ids, isAll }: Selection, filters: PartnerFilters): Promise<string[]> {
  const { from, scope } = partnersOf(ctx.actor);
  const rows = isAll
    ? await ctx.db.$queryRaw<{ id: string }[]>`SELECT s.partnership_id::text AS id FROM ${from} WHERE ${scope} AND ${allBut(conditionsOf((await criteriaFor(ctx, filters)).criteria, ctx.actor))}`
    : await ctx.db.$queryRaw<{ id: string }[]>`SELECT s.partnership_id::text AS id FROM ${from} WHERE ${scope} AND s.partnership_id = ANY (${ids}::uuid[])`;
  if (rows.length === 0) throw invalid('form', ids.length === 0 && !isAll ? 'Cochez au moins un partenaire.' : 'Les partenaires choisis ne sont plus dans la liste.');
  return rows.map(({ id }) => id);
}
