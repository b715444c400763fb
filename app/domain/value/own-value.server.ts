import type { Ctx } from '~/access/context';
import { conflict, invalid, notFound } from '~/domain/errors';
import { Prisma } from '#prisma';
import { thisValue, valueSets, type ValueSetKey } from './value-sets';

export type OwnValue = { id: string; label: string; version: number; position: number; retiredAt: Date | null };

/** One of the agency's own values, locked for the length of the transaction. Throws `notFound`; `conflict` for a value of the network. */
export async function ownValue(ctx: Ctx, set: ValueSetKey, id: string): Promise<OwnValue> {
  const table = Prisma.raw(valueSets[set].table);
  const [value] = await ctx.db.$queryRaw<OwnValue[]>`SELECT id, label, version, position, retired_at AS "retiredAt" FROM ${table} WHERE id = ${id}::uuid AND mission_locale_id = ${ctx.actor.missionLocaleId}::uuid FOR UPDATE`;
  if (value) return value;
  const [network] = await ctx.db.$queryRaw<unknown[]>`SELECT 1 FROM ${table} WHERE id = ${id}::uuid`;
  if (network) throw conflict(`${thisValue(valueSets[set])} est commune à tout le réseau : elle ne se change pas ici.`);
  throw notFound('Cette valeur n’existe pas ou plus.');
}

/** Two values of one name could not be told apart, in the agency or beside the network's. Throws `invalid('label')`. */
export async function refuseSameLabel(ctx: Ctx, set: ValueSetKey, label: string, exceptId: string | null = null): Promise<void> {
  const [same] = await ctx.db.$queryRaw<{ isNetwork: boolean; isRetired: boolean }[]>`
    SELECT mission_locale_id IS NULL AS "isNetwork", retired_at IS NOT NULL AS "isRetired" FROM ${Prisma.raw(valueSets[set].table)}
    WHERE (mission_locale_id IS NULL OR mission_locale_id = ${ctx.actor.missionLocaleId}::uuid) AND app.norm(label) = app.norm(${label}) AND id IS DISTINCT FROM ${exceptId}::uuid
    ORDER BY retired_at IS NOT NULL LIMIT 1`;
  if (!same) return;
  if (same.isRetired) throw invalid('label', 'Une valeur retirée porte déjà ce nom : remettez-la en service.');
  throw invalid('label', same.isNetwork ? 'Le réseau a déjà cette valeur : elle est dans vos listes.' : 'Vous avez déjà cette valeur.');
}
