import type { Ctx } from '~/access/context';
import type { MergeInHistory } from './merges-in-history';

/** The merges that a record has seen, and those of the records that it took in, the latest first. A record has a few at most. One query. */
export function mergesOf(ctx: Ctx, partnershipId: string): Promise<MergeInHistory[]> {
  return ctx.db.$queryRaw<MergeInHistory[]>`
    WITH RECURSIVE record AS (
      SELECT ${partnershipId}::uuid AS id UNION SELECT p.id FROM record r JOIN partnership p ON p.mission_locale_id = app.mission_locale() AND p.merged_into_id = r.id)
    SELECT m.merged_id::text AS id, m.merged_name AS name, m.created_at AS at, m.undone_at AS "undoneAt", concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') AS by,
      (SELECT concat_ws(' ', w.first_name, left(w.last_name, 1) || '.') FROM user_account w WHERE w.id = m.undone_by_id) AS "undoneBy"
    FROM record r JOIN partner_merge m ON m.mission_locale_id = app.mission_locale() AND m.kept_id = r.id LEFT JOIN user_account u ON u.id = m.created_by_id
    ORDER BY m.created_at DESC LIMIT 50`;
}
