import { checkOfficer } from '~/domain/partnership/check-officer.server';
import type { Before, Together } from './together';

/** One person in charge of many, or nobody. */
export const assignTogether: Together<'attribuer'> = {
  check: (ctx, { officerId }) => checkOfficer(ctx, officerId),
  preview: async ({ db }, ids, { officerId }) => {
    const [found] = await db.$queryRaw<[{ changing: number }]>`SELECT count(*)::int AS changing FROM partnership WHERE id = ANY (${ids}::uuid[]) AND officer_id IS DISTINCT FROM ${officerId}::uuid`;
    return found;
  },
  apply: ({ db }, ids, { officerId }) => db.$queryRaw<Before[]>`
    WITH before AS (SELECT id, officer_id FROM partnership WHERE id = ANY (${ids}::uuid[]) AND officer_id IS DISTINCT FROM ${officerId}::uuid FOR UPDATE),
      done AS (UPDATE partnership p SET officer_id = ${officerId}::uuid FROM before WHERE p.id = before.id AND p.mission_locale_id = app.mission_locale())
    SELECT id::text, officer_id::text AS "officerId" FROM before`,
  putBack: ({ db }, rows, { officerId }) => db.$executeRaw`UPDATE partnership p SET officer_id = b."officerId" FROM json_to_recordset(${JSON.stringify(rows)}::json) AS b(id uuid, "officerId" uuid)
    WHERE p.id = b.id AND p.mission_locale_id = app.mission_locale() AND p.officer_id IS NOT DISTINCT FROM ${officerId}::uuid`,
};
