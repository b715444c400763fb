import { stillOpen } from '~/domain/partnership/still-open.server';
import { stillOpenWords } from '~/domain/partnership/still-open';
import type { Before, Together } from './together';

/** Many put away. What stays open with them is said, and stays. */
export const archiveTogether: Together<'archiver'> = {
  check: async () => {},
  preview: async (ctx, ids) => {
    const [found] = await ctx.db.$queryRaw<[{ changing: number }]>`SELECT count(*)::int AS changing FROM partnership WHERE id = ANY (${ids}::uuid[]) AND stage <> 'archived'`;
    const open = stillOpenWords(await stillOpen(ctx, ids));
    return { ...found, notes: open ? [`Ce qui reste ouvert le reste : ${open}.`] : [] };
  },
  apply: ({ db, now }, ids) => db.$queryRaw<Before[]>`
    WITH before AS (SELECT id, stage, stage_since FROM partnership WHERE id = ANY (${ids}::uuid[]) AND stage <> 'archived' FOR UPDATE),
      done AS (UPDATE partnership p SET stage = 'archived', stage_before_archive = before.stage, stage_since = ${now} FROM before WHERE p.id = before.id AND p.mission_locale_id = app.mission_locale()),
      moves AS (INSERT INTO stage_move (partnership_id, from_stage, to_stage, at) SELECT id, stage, 'archived', ${now} FROM before)
    SELECT id::text, stage::text, stage_since::text AS since FROM before`,
  // Changes kept before the moment was knew the stage alone.
  putBack: ({ db, now }, rows) => db.$executeRaw`
    WITH back AS (UPDATE partnership p SET stage = b.stage::partnership_stage, stage_before_archive = NULL, stage_since = coalesce(b.since, ${now}::timestamptz) FROM json_to_recordset(${JSON.stringify(rows)}::json) AS b(id uuid, stage text, since timestamptz)
      WHERE p.id = b.id AND p.mission_locale_id = app.mission_locale() AND p.stage = 'archived' RETURNING p.id, p.stage)
    INSERT INTO stage_move (partnership_id, from_stage, to_stage, at) SELECT id, 'archived', stage, ${now} FROM back`,
};
