import { findDuplicates } from '~/domain/duplicate/find-duplicates.server';
import { asSystem } from '~/server/db.server';
import { logError } from '~/server/log.server';
import type { Payload } from './run-task.server';

/** Two minutes are twenty times what the largest agency takes (docs/duplicates.md). */
const LONG = { timeout: 120_000 };

/**
 * After a change of a partner or of its contacts: its neighbours are looked at again, in each agency that works with the organisation,
 * whose facts are common. After an import, the whole agency.
 */
export async function findDuplicatesAround({ missionLocaleId, partnershipId, organisationIds }: Payload): Promise<void> {
  const now = new Date();
  if (Array.isArray(organisationIds)) return aroundOrganisations(organisationIds as string[], now);
  if (!partnershipId) {
    if (missionLocaleId) await asSystem('the duplicates of an agency after an import', (db) => findDuplicates(db, { missionLocaleId, touched: null, now }), LONG);
    return;
  }
  const theSame = await asSystem('who works with the organisation that changed', (db) =>
    db.$queryRaw<{ missionLocaleId: string; id: string }[]>`SELECT same.mission_locale_id AS "missionLocaleId", same.id FROM partnership changed
      JOIN partnership same ON same.organisation_id = changed.organisation_id WHERE changed.mission_locale_id = ${missionLocaleId}::uuid AND changed.id = ${partnershipId}::uuid`);
  for (const one of theSame) await asSystem('the duplicates of a partner that changed', (db) => findDuplicates(db, { missionLocaleId: one.missionLocaleId, touched: [one.id], now }), LONG);
}

/** After the platform made two organisations one: each agency that lives with both is told by its own queue. */
async function aroundOrganisations(organisationIds: string[], now: Date): Promise<void> {
  const agencies = await asSystem('who works with organisations that the platform made one', (db) =>
    db.$queryRaw<{ missionLocaleId: string; ids: string[] }[]>`SELECT p.mission_locale_id AS "missionLocaleId", array_agg(p.id) AS ids FROM partnership p
      WHERE p.organisation_id = ANY (${organisationIds}::uuid[]) GROUP BY p.mission_locale_id`);
  for (const { missionLocaleId, ids } of agencies) await asSystem('the duplicates of partners of one organisation', (db) => findDuplicates(db, { missionLocaleId, touched: ids, now }), LONG);
}

/** Each night, every agency whole: what a day of small changes may have left behind (a number that is now everybody's). */
export async function sweepDuplicates(now: Date): Promise<void> {
  const agencies = await asSystem('the search of duplicates goes round the agencies', (db) => db.missionLocale.findMany({ select: { id: true } }));
  const failures: unknown[] = [];
  for (const { id: missionLocaleId } of agencies) {
    await asSystem('the duplicates of an agency', (db) => findDuplicates(db, { missionLocaleId, touched: null, now }), LONG).catch((error: unknown) => failures.push(error));
  }
  for (const error of failures) logError(error, 'duplicates of an agency');
  if (failures.length > 0) throw new Error(`Les doublons de ${failures.length} agences n’ont pas pu être cherchés.`);
}
