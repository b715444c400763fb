import { asSystem } from '~/server/db.server';
import type { Dated } from './demo-life';

/** Puts back in time what the database dated of the day of the demonstration. The audit trail keeps the true dates: nobody can change them. */
export async function dateBack(lives: readonly Dated[]): Promise<void> {
  const partnerships = JSON.stringify(lives.map(({ partnershipId: id, organisationId: o, addedAt: a, changedAt: c }) => ({ id, o, a, c })));
  const notes = JSON.stringify(lives.flatMap((life) => life.notes));
  await asSystem(
    'the demonstration has three years of history',
    async (db) => {
      await db.$executeRaw`UPDATE interaction SET created_at = n.at, updated_at = n.at FROM json_to_recordset(${notes}::json) AS n(id uuid, at timestamptz) WHERE interaction.id = n.id`;
      await db.$executeRaw`UPDATE contact SET created_at = p.a, updated_at = p.a FROM json_to_recordset(${partnerships}::json) AS p(id uuid, a timestamptz) WHERE contact.partnership_id = p.id`;
      await db.$executeRaw`UPDATE stage_move SET at = p.a FROM json_to_recordset(${partnerships}::json) AS p(id uuid, a timestamptz) WHERE stage_move.partnership_id = p.id AND from_stage IS NULL`;
      await db.$executeRaw`UPDATE engagement SET updated_at = p.c FROM json_to_recordset(${partnerships}::json) AS p(id uuid, c timestamptz) WHERE engagement.partnership_id = p.id`;
      await db.$executeRaw`UPDATE organisation SET created_at = p.a, updated_at = p.c FROM (SELECT o, min(a) AS a, max(c) AS c FROM json_to_recordset(${partnerships}::json) AS p(o uuid, a timestamptz, c timestamptz) GROUP BY o) AS p WHERE organisation.id = p.o`;
      await db.$executeRaw`UPDATE partnership SET created_at = p.a, updated_at = p.c, stage_since = greatest(p.a, least(stage_since, p.c)) FROM json_to_recordset(${partnerships}::json) AS p(id uuid, a timestamptz, c timestamptz) WHERE partnership.id = p.id`;
      await db.$executeRaw`UPDATE partnership SET stage_since = p.a FROM json_to_recordset(${partnerships}::json) AS p(id uuid, a timestamptz) WHERE partnership.id = p.id AND stage = 'prospect'`;
      await db.$executeRaw`UPDATE site SET latitude = c.latitude, longitude = c.longitude FROM commune c WHERE c.code = site.commune_code AND site.latitude IS NULL`;
    },
    { timeout: 60_000 },
  );
  await asSystem('the search learns the words of the demonstration', (db) => db.$queryRaw`SELECT search.learn_words()`);
}
