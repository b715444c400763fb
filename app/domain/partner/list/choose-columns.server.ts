import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { columnsFor, readColumns, usualColumns, type ColumnKey } from './columns';

/** The columns that this person chose, or the usual ones. */
export function chosenColumns({ preferences, missionLocaleId }: Actor): ColumnKey[] {
  const offered = columnsFor({ isRegion: missionLocaleId === null });
  return (readColumns(preferences?.partnerColumns) ?? usualColumns).filter((key) => offered.includes(key));
}

/** Keeps the columns with the person's account: they follow from one computer to another. */
export async function chooseColumns({ actor, db }: Ctx, keys: readonly ColumnKey[]): Promise<void> {
  // In SQL: other preferences, written meanwhile by another tab, stay.
  await db.$executeRaw`UPDATE user_account SET preferences = preferences || jsonb_build_object('partnerColumns', ${JSON.stringify(keys)}::jsonb) WHERE id = ${actor.userId}::uuid`;
}
