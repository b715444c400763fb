import type { Ctx } from '~/access/context';
import { parisDay } from '~/domain/text/paris-day';

export type TeamTasks = { userId: string | null; name: string | null; late: number; today: number; all: number };

/** How much waits for each person of the agency, the latest work first; `userId` null is what nobody was given. One query. */
export function teamTasks(ctx: Ctx): Promise<TeamTasks[]> {
  const today = parisDay(ctx.now);
  return ctx.db.$queryRaw<TeamTasks[]>`
    SELECT t.assignee_id AS "userId", (SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = t.assignee_id) AS name,
      count(*) FILTER (WHERE t.due_on < ${today}::date)::int AS late, count(*) FILTER (WHERE t.due_on = ${today}::date)::int AS today, count(*)::int AS all
    FROM task t WHERE t.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND t.done_at IS NULL AND t.deleted_at IS NULL
    GROUP BY t.assignee_id ORDER BY late DESC, today DESC, "all" DESC LIMIT 12`;
}
