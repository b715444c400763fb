import { invalid } from '~/domain/errors';
import { nextStage, stageNames, stages, verbs, type Stage } from '~/domain/partnership/partnership.lifecycle';
import type { MoveTogether } from '~/domain/partner/list/bulk-change';
import type { Before, Together } from './together';

/** Stages from which a verb may be said. */
const fromStages = (move: MoveTogether): Stage[] => stageNames.filter((stage) => nextStage({ stage, stageBeforeArchive: null }, move) !== null);
/** Where it leads, the same from everywhere: leaving the archives apart, a verb has one end. */
const targetOf = (move: MoveTogether): Stage => nextStage({ stage: fromStages(move)[0]!, stageBeforeArchive: null }, move)!;

/** Many moved along their life by one verb; those that it does not suit stay where they are. */
export const moveTogether: Together<'deplacer'> = {
  check: async ({ db }, { move, endReasonId }) => {
    if (move !== 'end') return;
    const known = endReasonId && (await db.endReason.count({ where: { id: endReasonId, retiredAt: null } })) > 0;
    if (!known) throw invalid('endReasonId', 'Indiquez pourquoi ces partenariats se terminent.');
  },
  preview: async ({ db }, ids, { move }) => {
    const found = await db.$queryRaw<{ stage: Stage; count: number }[]>`SELECT stage::text, count(*)::int AS count FROM partnership p WHERE id = ANY (${ids}::uuid[]) GROUP BY p.stage ORDER BY p.stage`;
    const [allowed, target] = [fromStages(move), targetOf(move)];
    const sum = (rows: typeof found) => rows.reduce((total, { count }) => total + count, 0);
    return {
      changing: sum(found.filter(({ stage }) => allowed.includes(stage))),
      refused: found.filter(({ stage }) => !allowed.includes(stage) && stage !== target).map(({ stage, count }) => ({ count, why: `« ${verbs[move].label} » ne se dit pas de l’étape « ${stages[stage].label} »` })),
    };
  },
  apply: ({ db, now }, ids, { move, endReasonId }) => {
    const [to, reason] = [targetOf(move), move === 'end' ? endReasonId : null];
    return db.$queryRaw<Before[]>`
      WITH before AS (SELECT id, stage, stage_since, stage_before_archive, end_reason_id FROM partnership WHERE id = ANY (${ids}::uuid[]) AND stage = ANY (${fromStages(move)}::partnership_stage[]) FOR UPDATE),
        done AS (UPDATE partnership p SET stage = ${to}::partnership_stage, stage_since = ${now}, stage_before_archive = NULL, end_reason_id = ${reason}::uuid FROM before WHERE p.id = before.id AND p.mission_locale_id = app.mission_locale()),
        moves AS (INSERT INTO stage_move (partnership_id, from_stage, to_stage, at) SELECT id, stage, ${to}::partnership_stage, ${now} FROM before)
      SELECT id::text, stage::text, stage_since::text AS since, stage_before_archive::text AS "beforeArchive", end_reason_id::text AS "endReasonId" FROM before`;
  },
  putBack: ({ db, now }, rows, { move }) => db.$executeRaw`
    WITH back AS (UPDATE partnership p SET stage = b.stage::partnership_stage, stage_since = b.since, stage_before_archive = b."beforeArchive"::partnership_stage, end_reason_id = (SELECT id FROM end_reason r WHERE r.id = b."endReasonId")
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS b(id uuid, stage text, since timestamptz, "beforeArchive" text, "endReasonId" uuid)
      WHERE p.id = b.id AND p.mission_locale_id = app.mission_locale() AND p.stage = ${targetOf(move)}::partnership_stage RETURNING p.id, p.stage)
    INSERT INTO stage_move (partnership_id, from_stage, to_stage, comment, at) SELECT id, ${targetOf(move)}::partnership_stage, stage, 'Changement annulé', ${now} FROM back`,
};
