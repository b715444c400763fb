import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { Prisma } from '#prisma';
import type { MergeRecord } from './compare-records';

export type RecordsToMerge = { kept: MergeRecord; merged: MergeRecord; /** Nobody but this agency lives with the other organisation: it may become a double of the kept one. */ isAlone: boolean };

/**
 * Both records, as their rows are. Throws `notFound` for another agency's, `conflict` for a record with itself or one that was
 * taken into another already. With `lock`, nobody changes them until the transaction ends; always in the same order, so that two
 * merges at once wait for each other instead of for ever.
 */
export async function recordsToMerge(ctx: Ctx, keptId: string | undefined, mergedId: string | undefined, { lock = false } = {}): Promise<RecordsToMerge> {
  const ids = [knownId(keptId), knownId(mergedId)];
  if (ids[0] === ids[1]) throw conflict('Une fiche ne se fusionne pas avec elle-même : choisissez-en une autre.');
  if (lock) await lockRecords(ctx, ids);
  const rows = await ctx.db.$queryRaw<(MergeRecord & { isAlone: boolean })[]>`
    SELECT to_jsonb(p) AS partnership, to_jsonb(o) AS organisation, EXISTS (SELECT FROM organisation_kind k WHERE k.id = o.kind_id AND k.code = 'autre') AS "isOfOtherKind",
      app.works_alone_with(o.id) AND NOT EXISTS (SELECT FROM national_agreement a WHERE a.organisation_id = o.id) AS "isAlone"
    FROM partnership p JOIN organisation o ON o.id = p.organisation_id
    WHERE p.mission_locale_id = app.mission_locale() AND p.id = ANY (${ids}::uuid[])`;
  const [kept, merged] = ids.map((id) => rows.find(({ partnership }) => partnership.id === id));
  if (!kept || !merged) throw notFound('Ce partenaire n’existe pas, ou plus.');
  for (const { partnership, organisation } of [kept, merged]) {
    if (partnership.merged_into_id) throw conflict(`${String(organisation.name)} vient d’être fusionné avec une autre fiche. Repartez de la liste des partenaires.`);
  }
  return { kept, merged, isAlone: merged.isAlone };
}

/** Has the platform made the second one's organisation a double of the first one's? */
export const isKeptByNetwork = (one: MergeRecord, other: MergeRecord) => other.organisation.merged_into_id === one.organisation.id;

/** Takes both partnerships, then their organisations. */
export async function lockRecords(ctx: Ctx, partnershipIds: readonly string[]): Promise<void> {
  await ctx.db.$queryRaw`SELECT FROM partnership WHERE mission_locale_id = app.mission_locale() AND id = ANY (${partnershipIds}::uuid[]) ORDER BY id FOR UPDATE`;
  await ctx.db.$queryRaw`SELECT FROM organisation WHERE id IN (SELECT organisation_id FROM partnership WHERE mission_locale_id = app.mission_locale() AND id = ANY (${partnershipIds}::uuid[])) ORDER BY id FOR UPDATE`;
}

/** Writes these columns of one row; an empty patch writes nothing. Column names come from our own lists, never from a person. */
export async function writeColumns({ db }: Pick<Ctx, 'db'>, table: 'partnership' | 'organisation', id: unknown, patch: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(patch);
  if (columns.length === 0) return;
  const names = Prisma.raw(columns.map((column) => `"${column}"`).join(', '));
  const row = Prisma.raw(table);
  await db.$executeRaw`UPDATE ${row} SET (${names}) = ROW(${Prisma.raw(columns.map((column) => `given."${column}"`).join(', '))})
    FROM jsonb_populate_record(NULL::${row}, ${JSON.stringify(patch)}::jsonb) AS given WHERE ${row}.id = ${String(id)}::uuid ${table === 'partnership' ? Prisma.sql`AND ${row}.mission_locale_id = app.mission_locale()` : Prisma.empty}`;
}
