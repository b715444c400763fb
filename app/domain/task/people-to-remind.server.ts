import type { Db } from '~/access/context';
import type { Day } from '~/domain/text/paris-day';

export type DigestLine = { title: string; partner: string | null; dueOn: Day };
export type Reminded = { membershipId: string; missionLocaleId: string; place: string; firstName: string; email: string; late: number; today: number; tasks: DigestLine[] };

/** Lines of one mail; beyond, it says how many more. */
const longest = 12;

/**
 * Who has something due or late in an agency on this day and wants the morning mail, with what it says. As the system. One query.
 * The mail is for who still works there; switched off in the account (`preferences.dailyDigest`).
 */
export function peopleToRemind(db: Db, { missionLocaleId, today }: { missionLocaleId: string; today: Day }): Promise<Reminded[]> {
  return db.$queryRaw<Reminded[]>`
    SELECT m.id AS "membershipId", m.mission_locale_id AS "missionLocaleId", ml.name AS place, u.first_name AS "firstName", u.email, d.late, d.today, d.tasks
    FROM membership m JOIN user_account u ON u.id = m.user_id JOIN mission_locale ml ON ml.id = m.mission_locale_id
    JOIN LATERAL (
      SELECT count(*) FILTER (WHERE due_on < ${today}::date)::int AS late, count(*) FILTER (WHERE due_on = ${today}::date)::int AS today,
        json_agg(json_build_object('title', title, 'partner', partner, 'dueOn', due_on) ORDER BY due_on DESC, id) FILTER (WHERE rank <= ${longest}) AS tasks
      FROM (SELECT t.id, t.title, t.due_on, o.name AS partner, row_number() OVER (ORDER BY t.due_on DESC, t.id) AS rank
        FROM task t LEFT JOIN partnership p ON p.mission_locale_id = t.mission_locale_id AND p.id = t.partnership_id LEFT JOIN organisation o ON o.id = p.organisation_id
        WHERE t.mission_locale_id = m.mission_locale_id AND t.assignee_id = m.user_id AND t.done_at IS NULL AND t.deleted_at IS NULL AND t.due_on <= ${today}::date) AS due
      HAVING count(*) > 0) d ON true
    WHERE m.mission_locale_id = ${missionLocaleId}::uuid AND m.ended_at IS NULL AND u.deactivated_at IS NULL AND u.preferences -> 'dailyDigest' IS DISTINCT FROM 'false'::jsonb`;
}
