import type { Ctx, Db } from '~/access/context';
import { Prisma } from '#prisma';
import { attachedTables, followingTables, rowTables, valueTables, type ValueTable } from './attached-tables';
import type { MergeJournal } from './merge-journal';

/** From which partnership to which; ids of one agency. */
export type Way = { from: string; to: string };

/** An exchange and its contacts change partnership one after the other: their keys are looked at once both are there. */
export const lookAtKeysLater = (db: Db) => db.$executeRaw`SET CONSTRAINTS interaction_contact_contact_fkey, interaction_contact_interaction_fkey, interaction_colleague_interaction_fkey DEFERRED`;

/** Everything that hangs on one partnership goes to the other; the keys of what moved. What the other has already stays behind. */
export async function moveAttached(ctx: Ctx, way: Way): Promise<MergeJournal['moved']> {
  await lookAtKeysLater(ctx.db);
  const moved: MergeJournal['moved'] = {};
  for (const table of rowTables) moved[table] = await moveRows(ctx.db, table, attachedTables[table].key, way);
  for (const table of followingTables) await follow(ctx.db, table, way, moved[attachedTables[table].parent] ?? []);
  for (const table of valueTables) moved[table] = await everybodysRows(ctx, table, (db) => moveValues(db, table, way));
  return Object.fromEntries(Object.entries(moved).filter(([, keys]) => keys.length > 0));
}

/** A colleague's own list is seen by nobody else, yet what is in it moves too. */
export const everybodysRows = <T>(ctx: Ctx, table: ValueTable, work: (db: Db) => Promise<T>): Promise<T> =>
  table === 'saved_list_partner' ? ctx.beyondWalls('partners in a list that only a colleague sees follow a merge', work) : work(ctx.db);

/** Only these keys when they are given. */
export async function moveRows(db: Db, table: string, key: string, { from, to }: Way, keys?: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    UPDATE ${Prisma.raw(table)} SET partnership_id = ${to}::uuid
    WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${from}::uuid ${keys ? Prisma.sql`AND ${Prisma.raw(key)}::text = ANY (${keys})` : Prisma.empty}
    RETURNING ${Prisma.raw(key)}::text AS key`;
  return rows.map((row) => row.key).sort();
}

/** What hangs on rows that moved goes with them, whenever it was added. */
export async function follow(db: Db, table: (typeof followingTables)[number], { from, to }: Way, parents: readonly string[]): Promise<void> {
  await db.$executeRaw`UPDATE ${Prisma.raw(table)} SET partnership_id = ${to}::uuid
    WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${from}::uuid AND ${Prisma.raw(attachedTables[table].by)}::text = ANY (${parents})`;
}

/**
 * Values change hands whole: the row comes there and goes here, since its key holds the partnership and the audit trail pairs
 * rows by their key. A value that is there already is left where it was. Only these keys when they are given.
 */
export async function moveValues(db: Db, table: ValueTable, { from, to }: Way, keys?: readonly string[]): Promise<string[]> {
  const [rows, key] = [Prisma.raw(table), Prisma.raw(attachedTables[table].key)];
  // « Autre » beside a kind says nothing more: it stays behind.
  const saysSomething = table === 'partnership_kind' ? Prisma.sql`AND gone.kind_id NOT IN (SELECT id FROM organisation_kind WHERE code = 'autre')` : Prisma.empty;
  const some = keys ? Prisma.sql`AND gone.${key}::text = ANY (${keys})` : Prisma.empty;
  const came = await db.$queryRaw<{ key: string }[]>`
    INSERT INTO ${rows} SELECT (jsonb_populate_record(gone, jsonb_build_object('partnership_id', ${to}::text))).* FROM ${rows} gone
    WHERE gone.mission_locale_id = app.mission_locale() AND gone.partnership_id = ${from}::uuid ${some} ${saysSomething}
    ON CONFLICT DO NOTHING RETURNING ${key}::text AS key`;
  const moved = came.map((row) => row.key).sort();
  if (moved.length > 0) await db.$executeRaw`DELETE FROM ${rows} gone WHERE gone.mission_locale_id = app.mission_locale() AND gone.partnership_id = ${from}::uuid AND gone.${key}::text = ANY (${moved})`;
  return moved;
}
