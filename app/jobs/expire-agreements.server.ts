import { expireAgreements } from '~/domain/agreement/expire-agreements.server';
import { asSystem } from '~/server/db.server';

/** Each night, over all agencies: the agreements whose last day is past expire. */
export const expireAgreementsOfAll = (now: Date): Promise<void> => asSystem('agreements that are over expire', async (db) => void (await expireAgreements(db, now)), { timeout: 120_000 });
