import type { Ctx } from '~/access/context';
import { z } from '~/domain/zod';
import { Prisma, type TaskOrigin } from '#prisma';
import { addDays, parisDay, type Day } from '~/domain/text/paris-day';
import { dueGroupNames, endOfWeek, type DueGroup } from './due';

export type TaskRow = {
  id: string; version: number; title: string; dueOn: Day; snoozedFrom: Day | null; origin: TaskOrigin; ruleKey: string | null; doneAt: Date | null;
  partnershipId: string | null; partnerName: string | null; assigneeId: string | null; assignee: string | null; createdBy: string | null; doneBy: string | null;
};
/** Whose tasks: one's own, the whole agency's, or those of one colleague. */
export type TaskScope = { whose: 'mine' } | { whose: 'team' } | { whose: 'one'; userId: string };
export type TaskPage = { tasks: TaskRow[]; next: string | null };

const pageSize = 50;

/** `TaskRow` of the tasks that the condition leaves, one query. Names of people as colleagues read them. */
export function selectTasks(ctx: Ctx, { where, order, limit }: { where: Prisma.Sql; order: Prisma.Sql; limit: number }): Promise<TaskRow[]> {
  const name = (person: Prisma.Sql) => Prisma.sql`(SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = ${person})`;
  return ctx.db.$queryRaw<TaskRow[]>`
    SELECT t.id, t.version, t.title, t.due_on::text AS "dueOn", t.snoozed_from::text AS "snoozedFrom", t.origin::text AS origin, t.rule_key AS "ruleKey", t.done_at AS "doneAt",
      t.partnership_id AS "partnershipId", (SELECT s.name FROM search.partner s WHERE s.mission_locale_id = t.mission_locale_id AND s.partnership_id = t.partnership_id) AS "partnerName",
      t.assignee_id AS "assigneeId", ${name(Prisma.sql`t.assignee_id`)} AS assignee, ${name(Prisma.sql`t.created_by_id`)} AS "createdBy", ${name(Prisma.sql`t.done_by_id`)} AS "doneBy"
    FROM task t WHERE t.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND t.deleted_at IS NULL AND ${where}
    ORDER BY ${order} LIMIT ${limit}`;
}

const scoped = (ctx: Ctx, scope: TaskScope) => {
  if (scope.whose === 'team') return Prisma.sql`true`;
  return Prisma.sql`t.assignee_id = ${scope.whose === 'mine' ? ctx.actor.userId : scope.userId}::uuid`;
};

function within(group: DueGroup, today: Day) {
  const sunday = endOfWeek(today);
  const between = (from: Day, to: Day) => Prisma.sql`t.due_on BETWEEN ${from}::date AND ${to}::date`;
  if (group === 'late') return Prisma.sql`t.due_on < ${today}::date`;
  if (group === 'today') return between(today, today);
  return group === 'week' ? between(addDays(today, 1), sunday) : Prisma.sql`t.due_on > ${sunday}::date`;
}

/**
 * What is to be done, the most urgent first, fifty a page: all of it, or one group (late, today…). `after` is `day~id` of the last
 * one of the page before. One query.
 */
export async function listOpenTasks(ctx: Ctx, { scope, group, after = null, limit = pageSize }: { scope: TaskScope; group: DueGroup | null; after?: string | null; limit?: number }): Promise<TaskPage> {
  const from = cursor.safeParse(after ?? '');
  const beyond = from.success ? Prisma.sql`(t.due_on, t.id) > (${from.data.day}::date, ${from.data.id}::uuid)` : Prisma.sql`true`;
  const where = Prisma.sql`t.done_at IS NULL AND ${scoped(ctx, scope)} AND ${group ? within(group, parisDay(ctx.now)) : Prisma.sql`true`} AND ${beyond}`;
  const tasks = await selectTasks(ctx, { where, order: Prisma.sql`t.due_on, t.id`, limit: limit + 1 });
  return paged(tasks, limit, ({ dueOn, id }) => `${dueOn}~${id}`);
}

/** What was done, the latest first, fifty a page. `after` is `moment~id` of the last one of the page before. One query. */
export async function listDoneTasks(ctx: Ctx, { scope, after = null, limit = pageSize }: { scope: TaskScope; after?: string | null; limit?: number }): Promise<TaskPage> {
  const from = doneCursor.safeParse(after ?? '');
  const beyond = from.success ? Prisma.sql`(t.done_at, t.id) < (${from.data.at}::timestamptz, ${from.data.id}::uuid)` : Prisma.sql`true`;
  const tasks = await selectTasks(ctx, { where: Prisma.sql`t.done_at IS NOT NULL AND ${scoped(ctx, scope)} AND ${beyond}`, order: Prisma.sql`t.done_at DESC, t.id DESC`, limit: limit + 1 });
  return paged(tasks, limit, ({ doneAt, id }) => `${doneAt?.toISOString()}~${id}`);
}

/** One's tasks of today, those that are late, then what rules propose; `limit` at most. One query. */
export async function tasksOfToday(ctx: Ctx, limit = 8): Promise<TaskRow[]> {
  const today = parisDay(ctx.now);
  return selectTasks(ctx, { where: Prisma.sql`t.done_at IS NULL AND ${scoped(ctx, { whose: 'mine' })} AND t.due_on <= ${today}::date`, order: Prisma.sql`t.origin = 'rule', t.due_on DESC, t.id`, limit });
}

/** One task, done or not; null when it is gone. One query. */
export async function oneTask(ctx: Ctx, taskId: string): Promise<TaskRow | null> {
  if (!z.uuid().safeParse(taskId).success) return null;
  return (await selectTasks(ctx, { where: Prisma.sql`t.id = ${taskId}::uuid`, order: Prisma.sql`t.id`, limit: 1 }))[0] ?? null;
}

function paged(tasks: TaskRow[], limit: number, mark: (last: TaskRow) => string): TaskPage {
  const shown = tasks.slice(0, limit);
  const last = shown.at(-1);
  return { tasks: shown, next: tasks.length > limit && last ? mark(last) : null };
}

const split = z.string().transform((text) => text.split('~'));
const cursor = split.pipe(z.tuple([z.iso.date(), z.uuid()])).transform(([day, id]) => ({ day, id }));
const doneCursor = split.pipe(z.tuple([z.iso.datetime(), z.uuid()])).transform(([at, id]) => ({ at, id }));

export type TaskCounts = Record<DueGroup, number>;

/** How many wait in each group. One query over what is open, read in an index. */
export async function countOpenTasks(ctx: Ctx, scope: TaskScope): Promise<TaskCounts> {
  const today = parisDay(ctx.now);
  const columns = dueGroupNames.map((group) => Prisma.sql`count(*) FILTER (WHERE ${within(group, today)})::int AS ${Prisma.raw(group)}`);
  const [counts] = await ctx.db.$queryRaw<[TaskCounts]>`
    SELECT ${Prisma.join(columns)} FROM task t WHERE t.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND t.done_at IS NULL AND t.deleted_at IS NULL AND ${scoped(ctx, scope)}`;
  return counts;
}

/** What is to be done with one partner, the most urgent first, twenty at most. One query. */
export async function tasksOfPartner(ctx: Ctx, partnershipId: string, limit = 20): Promise<TaskRow[]> {
  return selectTasks(ctx, { where: Prisma.sql`t.done_at IS NULL AND t.partnership_id = ${partnershipId}::uuid`, order: Prisma.sql`t.due_on, t.id`, limit });
}
