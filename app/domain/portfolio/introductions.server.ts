import type { Ctx } from '~/access/context';
import { isWorkingDay, nextWorkingDay } from '~/domain/task/working-day';
import { addDays, parisDay, type Day } from '~/domain/text/paris-day';
import { Prisma } from '#prisma';

/** How long ago « lately » ends, in days. */
const lately = 183;
/** So many partners a week: more is a pile, not a plan. */
export const introductionsAWeek = 10;

/** Partners worth a visit of their new officer: an agreement in force, or an exchange lately. `row` is anything with a partnership's id and stage. */
export const deservesIntroduction = ({ now }: Ctx, id: Prisma.Sql, stage: Prisma.Sql): Prisma.Sql => Prisma.sql`(${stage} NOT IN ('ended', 'archived') AND (
  EXISTS (SELECT FROM agreement a WHERE a.mission_locale_id = app.mission_locale() AND a.partnership_id = ${id} AND a.state = 'active' AND a.deleted_at IS NULL)
  OR EXISTS (SELECT FROM interaction i WHERE i.mission_locale_id = app.mission_locale() AND i.partnership_id = ${id} AND i.kind <> 'note' AND i.deleted_at IS NULL AND i.happened_at >= ${now}::timestamptz - make_interval(days => ${lately}))))`;

/** The first day for which an introduction is due: a working day, a week from now. */
export function firstIntroduction(now: Date): Day {
  const inAWeek = addDays(parisDay(now), 7);
  return isWorkingDay(inAWeek) ? inAWeek : nextWorkingDay(inAWeek);
}

/** Writes « Faire connaissance » for the partners just handed over that deserve it, those spoken with last first. One statement. */
export function writeIntroductions(ctx: Ctx, { handoverId, toId }: { handoverId: string; toId: string | null }): Promise<number> {
  return ctx.db.$executeRaw`
    WITH known AS (
      SELECT p.id, row_number() OVER (ORDER BY (SELECT max(i.happened_at) FROM interaction i WHERE i.mission_locale_id = app.mission_locale() AND i.partnership_id = p.id AND i.kind <> 'note' AND i.deleted_at IS NULL) DESC NULLS LAST, p.id) - 1 AS rank
      FROM handover_partner h JOIN partnership p ON p.mission_locale_id = h.mission_locale_id AND p.id = h.partnership_id
      WHERE h.mission_locale_id = app.mission_locale() AND h.handover_id = ${handoverId}::uuid AND ${deservesIntroduction(ctx, Prisma.sql`p.id`, Prisma.sql`p.stage`)}),
    written AS (
      INSERT INTO task (partnership_id, title, due_on, assignee_id)
      SELECT id, 'Faire connaissance', ${firstIntroduction(ctx.now)}::date + 7 * (rank / ${introductionsAWeek})::int, ${toId}::uuid FROM known RETURNING id)
    INSERT INTO handover_task (handover_id, task_id, is_introduction) SELECT ${handoverId}::uuid, id, true FROM written`;
}
