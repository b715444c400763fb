import type { Db } from '~/access/context';
import { strongReasons, type DuplicateScore } from '~/domain/duplicate/duplicate-score';
import { Prisma } from '#prisma';

export type FoundOrganisationPair = DuplicateScore & { one: string; other: string };

/**
 * Writes the pairs found among the touched organisations. One that is no longer found leaves, unless the platform said that they are
 * two: that is remembered, until a strong reason that was not there then, as for the pairs of an agency.
 */
export async function keepOrganisationPairs(db: Db, { touched, pairs, now }: { touched: readonly string[]; pairs: readonly FoundOrganisationPair[]; now: Date }): Promise<void> {
  const rows = JSON.stringify(pairs.map(({ one, other, score, level, reasons }) => ({ one, other, score, level, reasons, strong: reasons.flatMap(({ code, side }) => (side === 'for' && strongReasons.includes(code) ? [code] : [])) })));
  const isNew = Prisma.sql`p.state = 'dismissed' AND NOT excluded.strong <@ p.dismissed_for`;
  await db.$executeRaw`
    INSERT INTO organisation_pair AS p (one_id, other_id, score, level, reasons, strong, seen_at)
    SELECT f.one, f.other, f.score, f.level, f.reasons, f.strong, ${now}::timestamptz FROM jsonb_to_recordset(${rows}::jsonb) AS f(one uuid, other uuid, score int, level duplicate_level, reasons jsonb, strong text[])
    ON CONFLICT (one_id, other_id) DO UPDATE SET score = excluded.score, level = excluded.level, reasons = excluded.reasons, strong = excluded.strong, seen_at = excluded.seen_at,
      state = CASE WHEN ${isNew} THEN 'open' ELSE p.state END, reopened_at = CASE WHEN ${isNew} THEN ${now}::timestamptz ELSE p.reopened_at END`;
  await db.$executeRaw`DELETE FROM organisation_pair p WHERE p.state = 'open' AND p.seen_at < ${now}::timestamptz AND (p.one_id = ANY (${touched as string[]}::uuid[]) OR p.other_id = ANY (${touched as string[]}::uuid[]))
    AND NOT EXISTS (SELECT FROM organisation o WHERE o.id IN (p.one_id, p.other_id) AND o.merged_into_id IS NOT NULL)`;
}

/**
 * Which pairs are the platform's to look at: those of two organisations that stand in the register, with which at least two agencies
 * live. What one agency alone knows twice is for that agency to say. `ids`: only pairs of these organisations; null: all.
 */
export async function markWaitingPairs(db: Db, ids: readonly string[] | null): Promise<void> {
  const some = ids ? Prisma.sql`(p.one_id = ANY (${ids as string[]}::uuid[]) OR p.other_id = ANY (${ids as string[]}::uuid[]))` : Prisma.sql`true`;
  await db.$executeRaw`
    UPDATE organisation_pair p SET waits = NOT p.waits WHERE ${some} AND p.waits <> (
      NOT EXISTS (SELECT FROM organisation o WHERE o.id IN (p.one_id, p.other_id) AND o.merged_into_id IS NOT NULL)
      AND (SELECT count(*) FROM (SELECT DISTINCT l.mission_locale_id FROM partnership l WHERE l.organisation_id IN (p.one_id, p.other_id) LIMIT 2) agencies) = 2)`;
}
