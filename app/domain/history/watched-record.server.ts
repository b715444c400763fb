import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';

export type WatchedRecord = {
  id: string; organisationId: string;
  /** When our agency's part of the record began, by the audit trail. */
  beganAt: Date;
  /** An entry of the last import that changed it once it was there. */
  importEntryId: string | null;
};

/** How many of the latest changes are looked through for an import: further back, its date is in the history. */
const recent = 500;

/** A partnership of ours, since when it is traced, and the last import among its recent changes. Throws `notFound`. One query. */
export async function watchedRecord(ctx: Ctx, partnershipId: string | undefined): Promise<WatchedRecord> {
  const [record] = await ctx.db.$queryRaw<WatchedRecord[]>`
    SELECT p.id::text, p.organisation_id::text AS "organisationId", coalesce(began.at, p.created_at) AS "beganAt",
      (SELECT e.id::text FROM (SELECT id, transaction_id, request_id FROM audit.entry WHERE record_id IN (p.id, p.organisation_id) ORDER BY id DESC LIMIT ${recent}) e
        WHERE e.request_id ~ '^job-[0-9]+$' AND e.transaction_id > began.transaction_id
          AND EXISTS (SELECT FROM job_run j WHERE j.job_id = substr(e.request_id, 5)::bigint AND j.task = 'import.step') ORDER BY e.id DESC LIMIT 1) AS "importEntryId"
    FROM partnership p
    LEFT JOIN LATERAL (SELECT e.at, e.transaction_id FROM audit.entry e WHERE e.record_id = p.id AND e.table_name = 'partnership' AND e.operation = 'I' ORDER BY e.id LIMIT 1) began ON true
    WHERE p.id = ${knownId(partnershipId)}::uuid`;
  if (!record) throw notFound('Ce partenaire n’existe pas, ou plus.');
  return record;
}
