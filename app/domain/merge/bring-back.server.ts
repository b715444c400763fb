import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { attachedTables, followingTables, rowTables, valueTables, type RowTable, type ValueTable } from './attached-tables';
import { contactsOnBoth, setSpeakersAside } from './contacts-on-both.server';
import type { MergeJournal } from './merge-journal';
import { everybodysRows, follow, lookAtKeysLater, moveRows, moveValues, type Way } from './move-attached.server';

export type BroughtBack = { gone: { table: RowTable | ValueTable; count: number }[]; /** Names of contacts that both records need. */ onBoth: string[] };

/**
 * What a merge had moved goes back as it is now, with all that was written in it since. What was added in between to a row that
 * goes back (a form of an agreement, who took part in an exchange) goes with it.
 */
export async function bringBack(ctx: Ctx, way: Way, moved: MergeJournal['moved']): Promise<BroughtBack> {
  const { db } = ctx;
  await lookAtKeysLater(db);
  const gone: BroughtBack['gone'] = [];
  const tell = (table: RowTable | ValueTable, wanted: readonly string[], came: readonly string[]) => {
    if (came.length < wanted.length) gone.push({ table, count: wanted.length - came.length });
  };
  const came: Partial<Record<RowTable, string[]>> = {};
  for (const table of rowTables) {
    came[table] = await moveRows(db, table, attachedTables[table].key, way, moved[table] ?? []);
    tell(table, moved[table] ?? [], came[table]);
  }
  await db.$executeRaw`UPDATE task SET partnership_id = ${way.to}::uuid WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${way.from}::uuid AND interaction_id = ANY (${came.interaction ?? []}::uuid[])`;
  for (const table of followingTables) await follow(db, table, way, came[attachedTables[table].parent] ?? []);
  const unsaid = await setSpeakersAside(ctx, way, moved.engagement ?? []);
  for (const table of valueTables) {
    const wanted = moved[table] ?? [];
    if (wanted.length > 0) tell(table, wanted, await everybodysRows(ctx, table, (all) => moveValues(all, table, way, wanted)));
  }
  return { gone, onBoth: await contactsOnBoth(ctx, way, unsaid) };
}

/** How many rows of a partnership were written since that instant. */
export async function countRowsSince({ db }: Ctx, table: RowTable, partnershipId: string, since: Date): Promise<number> {
  const entry = attachedTables[table];
  const dated = Prisma.raw('dated' in entry ? entry.dated : 'created_at');
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${Prisma.raw(table)} WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${partnershipId}::uuid AND ${dated} > ${since}`;
  return row?.count ?? 0;
}
