import { Prisma } from '#prisma';
import type { Before, Together } from './together';

/** The same thing to do for each of many, by its own officer or by oneself. */
export const taskTogether: Together<'planifier'> = {
  check: async () => {},
  preview: async ({ db }, ids, { forWhom }) => {
    if (forWhom === 'moi') return { changing: ids.length };
    const [{ count }] = await db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM partnership WHERE id = ANY (${ids}::uuid[]) AND officer_id IS NULL`;
    return { changing: ids.length, notes: count > 0 ? [`${count} sans référent·e : la tâche sera à toute l’équipe.`] : [] };
  },
  apply: ({ db, actor }, ids, { title, dueOn, forWhom }) => db.$queryRaw<Before[]>`
    INSERT INTO task (partnership_id, title, due_on, assignee_id)
    SELECT p.id, ${title}, ${dueOn}::date, ${forWhom === 'moi' ? Prisma.sql`${actor.userId}::uuid` : Prisma.sql`p.officer_id`} FROM partnership p WHERE p.id = ANY (${ids}::uuid[]) AND p.mission_locale_id = app.mission_locale()
    RETURNING partnership_id::text AS id, id::text AS "taskId"`,
  // A task that somebody touched since (done, put off, given on) is theirs.
  putBack: ({ db, now }, rows) => db.$executeRaw`UPDATE task SET deleted_at = ${now} WHERE mission_locale_id = app.mission_locale() AND id = ANY (${rows.flatMap(({ taskId }) => taskId ?? [])}::uuid[]) AND version = 1 AND done_at IS NULL AND deleted_at IS NULL`,
};
