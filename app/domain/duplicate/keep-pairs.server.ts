import type { Db } from '~/access/context';
import { Prisma } from '#prisma';
import type { Touched } from './candidate-pairs.server';
import { strongReasons, type DuplicateScore } from './duplicate-score';

export type FoundPair = DuplicateScore & { one: string; other: string };
export type Kept = { found: number; closed: number };

/**
 * Writes what was found among the touched partners (null: all). A pair that is no longer found leaves, unless somebody said that they
 * are two: that is remembered, until a strong reason (same SIREN, name, address, telephone or mail) that was not there then. Two statements.
 */
export async function keepPairs(db: Db, { missionLocaleId, touched, pairs, now }: { missionLocaleId: string; touched: Touched; pairs: readonly FoundPair[]; now: Date }): Promise<Kept> {
  const rows = JSON.stringify(
    pairs.map(({ one, other, score, level, reasons }) => ({ one, other, score, level, reasons, strong: reasons.flatMap(({ code, side }) => (side === 'for' && strongReasons.includes(code) ? [code] : [])) })),
  );
  const found = Prisma.sql`jsonb_to_recordset(${rows}::jsonb) AS f(one uuid, other uuid, score int, level duplicate_level, reasons jsonb, strong text[])`;
  const isNew = Prisma.sql`p.state = 'dismissed' AND NOT excluded.strong <@ p.dismissed_for`;
  await db.$executeRaw`
    INSERT INTO duplicate_pair AS p (mission_locale_id, one_id, other_id, score, level, reasons, strong, found_at)
    SELECT ${missionLocaleId}::uuid, f.one, f.other, f.score, f.level, f.reasons, f.strong, ${now}::timestamptz FROM ${found}
    ON CONFLICT (mission_locale_id, one_id, other_id) DO UPDATE SET score = excluded.score, level = excluded.level, reasons = excluded.reasons, strong = excluded.strong,
      state = CASE WHEN ${isNew} THEN 'open' ELSE p.state END, reopened_at = CASE WHEN ${isNew} THEN ${now}::timestamptz ELSE p.reopened_at END
    WHERE (p.score, p.level, p.reasons) IS DISTINCT FROM (excluded.score, excluded.level, excluded.reasons)`;
  const theirs = touched ? Prisma.sql`AND (p.one_id = ANY (${touched as string[]}::uuid[]) OR p.other_id = ANY (${touched as string[]}::uuid[]))` : Prisma.empty;
  const closed = await db.$executeRaw`
    DELETE FROM duplicate_pair p WHERE p.mission_locale_id = ${missionLocaleId}::uuid AND p.state = 'open' ${theirs}
      AND NOT EXISTS (SELECT FROM ${found} WHERE f.one = p.one_id AND f.other = p.other_id)`;
  return { found: pairs.length, closed };
}
