import type { Db } from '~/access/context';
import { saidOfTheTree } from '~/domain/merge/merge-partners.server';
import { Prisma } from '#prisma';
import { movedTables, type MovedTable } from './hanging-on-organisation';
import type { OrganisationJournal } from './organisation-journal';

/** From which organisation to which. */
export type OrganisationWay = { from: string; to: string };

/** What must not be there twice: an agency lives once with an organisation, a person has one account of it. */
const alreadyThere: Partial<Record<MovedTable, string>> = { partnership: 'mission_locale_id', membership: 'user_id' };

/** Everything that hangs on one organisation goes to the other, but for what is there already; the ids of what moved. */
export async function keepMovedRows(db: Db, way: OrganisationWay): Promise<OrganisationJournal['moved']> {
  const moved: OrganisationJournal['moved'] = {};
  for (const table of Object.keys(movedTables) as MovedTable[]) {
    const ids = await moveRows(db, table, way, null);
    if (ids.length > 0) moved[table] = ids;
  }
  return moved;
}

/** Rows of one table change organisation, only these `ids` when they are given; what was taken elsewhere since stays where it is. Returns the ids that went. */
export async function moveRows(db: Db, table: MovedTable, { from, to }: OrganisationWay, ids: readonly string[] | null): Promise<string[]> {
  const [rows, column, once] = [Prisma.raw(table), Prisma.raw(movedTables[table].column), alreadyThere[table]];
  const some = ids ? Prisma.sql`AND r.id = ANY (${ids as string[]}::uuid[])` : Prisma.empty;
  const free = once ? Prisma.sql`AND NOT EXISTS (SELECT FROM ${rows} own WHERE own.${column} = ${to}::uuid AND own.${Prisma.raw(once)} = r.${Prisma.raw(once)})` : Prisma.empty;
  const went = await db.$queryRaw<{ id: string }[]>`UPDATE ${rows} r SET ${column} = ${to}::uuid WHERE r.${column} = ${from}::uuid AND r.id <> ${to}::uuid ${some} ${free} RETURNING r.id::text`.catch(saidOfTheTree);
  return went.map(({ id }) => id).sort();
}
