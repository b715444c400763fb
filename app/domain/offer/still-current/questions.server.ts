import type { Db } from '~/access/context';

/** Lines of one mail; the others come the next morning. */
const longest = 12;

export type Asked = { membershipId: string; missionLocaleId: string; userId: string; firstName: string; email: string };

/**
 * Who is asked in « À faire » whether an offer is still current, has not been asked by mail since it was last confirmed, and wants
 * the mails of the morning. As the system.
 */
export function peopleToAsk(db: Db): Promise<Asked[]> {
  return db.$queryRaw<Asked[]>`SELECT m.id::text AS "membershipId", m.mission_locale_id::text AS "missionLocaleId", u.id::text AS "userId", u.first_name AS "firstName", u.email
    FROM membership m JOIN user_account u ON u.id = m.user_id AND u.deactivated_at IS NULL AND u.preferences -> 'dailyDigest' IS DISTINCT FROM 'false'::jsonb
    WHERE m.ended_at IS NULL AND (m.mission_locale_id, m.user_id) IN (
      SELECT t.mission_locale_id, t.assignee_id FROM task t JOIN offer f ON f.mission_locale_id = t.mission_locale_id AND f.id::text = split_part(t.rule_key, ':', 2)
      WHERE t.rule_key LIKE 'offer-current:%' AND t.done_at IS NULL AND t.deleted_at IS NULL AND f.state = 'published' AND f.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM one_time_token k WHERE k.subject_id = f.id AND k.user_id = t.assignee_id AND k.created_at > f.confirmed_at))`;
}

export type OfferInDoubt = { id: string; title: string; holder: string; confirmedAt: Date };

/** The offers that the mail of a person asks about, the longest unconfirmed first. As the system. */
export function offersInDoubt(db: Db, { missionLocaleId, userId }: Asked): Promise<OfferInDoubt[]> {
  return db.$queryRaw<OfferInDoubt[]>`SELECT f.id::text, f.title, coalesce(o.name, ml.name) AS holder, f.confirmed_at AS "confirmedAt"
    FROM task t JOIN offer f ON f.mission_locale_id = t.mission_locale_id AND f.id::text = split_part(t.rule_key, ':', 2) JOIN mission_locale ml ON ml.id = f.mission_locale_id
    LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id LEFT JOIN organisation o ON o.id = p.organisation_id
    WHERE t.mission_locale_id = ${missionLocaleId}::uuid AND t.assignee_id = ${userId}::uuid AND t.rule_key LIKE 'offer-current:%' AND t.done_at IS NULL AND t.deleted_at IS NULL
      AND f.state = 'published' AND f.deleted_at IS NULL AND NOT EXISTS (SELECT FROM one_time_token k WHERE k.subject_id = f.id AND k.user_id = t.assignee_id AND k.created_at > f.confirmed_at)
    ORDER BY f.confirmed_at, f.id LIMIT ${longest}`;
}
