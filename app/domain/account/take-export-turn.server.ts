import type { Ctx, Db } from '~/access/context';
import type { Try } from './login-throttle';
import { takeTry } from './login-throttle.server';

/** Counts an export before it is made, in a transaction that stays. How many within how long: `tryLimits.export`. */
export const countExport = (db: Db, secret: string, { userId, address }: { userId: string; address: string }): Promise<Try> => takeTry(db, secret, 'export', { account: userId, address });

/**
 * Takes one of the two exports that a person may have under way, until this transaction ends, however it ends; false when both
 * are. A click too many is the second, a program that asks for twenty stops at the third. One statement.
 */
export async function takeExportPlace({ db, actor }: Ctx): Promise<boolean> {
  const [place] = await db.$queryRaw<{ isTaken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('export 1 ' || ${actor.userId}, 0)) OR pg_try_advisory_xact_lock(hashtextextended('export 2 ' || ${actor.userId}, 0)) AS "isTaken"`;
  return place!.isTaken;
}
