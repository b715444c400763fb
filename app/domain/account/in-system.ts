import type { Db } from '~/access/context';

/**
 * Opens a transaction as the system. Signing in needs several short ones (count the try, read, open the session) with a
 * slow hash between them, and a refused try must stay counted: one transaction for all would do neither.
 */
export type InSystem = <T>(why: string, work: (db: Db) => Promise<T>) => Promise<T>;
