import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, forbidden, notFound } from '~/domain/errors';
import { bulkVerbs, type BulkChange } from './bulk-change';
import type { Before } from './change-together.server';

/**
 * Undoes a change made to many partners at once. What somebody changed again since is left as they put it: `kept` counts it.
 * Throws `conflict` when it is undone already.
 */
export async function undoChange(ctx: Ctx, { changeId }: { changeId: string }): Promise<{ undone: number; kept: number }> {
  const made = await ctx.db.bulkChange.findFirst({ where: { id: changeId } });
  if (!made) throw notFound('Ce changement n’existe pas ou plus.');
  const change = made.change as BulkChange;
  if (!actorMay(ctx.actor, bulkVerbs[change.verb].permission)) throw forbidden('Votre compte ne permet pas d’annuler ce changement.');
  const { count } = await ctx.db.bulkChange.updateMany({ where: { id: changeId, undoneAt: null }, data: { undoneAt: ctx.now } });
  if (count === 0) throw conflict('Ce changement est déjà annulé.');
  if (change.verb === 'etiqueter') await checkTagRemains(ctx, change);
  const undone = await putBack(ctx, change, made.before as Before[]);
  return { undone, kept: made.count - undone };
}

function putBack({ db, now }: Ctx, change: BulkChange, rows: Before[]): Promise<number> {
  const before = JSON.stringify(rows);
  const ids = rows.map(({ id }) => id);
  switch (change.verb) {
    case 'attribuer':
      return db.$executeRaw`UPDATE partnership p SET officer_id = b."officerId" FROM json_to_recordset(${before}::json) AS b(id uuid, "officerId" uuid)
        WHERE p.id = b.id AND p.mission_locale_id = app.mission_locale() AND p.officer_id IS NOT DISTINCT FROM ${change.officerId}::uuid`;
    case 'etiqueter':
      return change.sense === 'ajouter'
        ? db.$executeRaw`DELETE FROM partnership_tag WHERE partnership_id = ANY (${ids}::uuid[]) AND tag_id = ${change.tagId}::uuid`
        : db.$executeRaw`INSERT INTO partnership_tag (partnership_id, tag_id) SELECT p.id, ${change.tagId}::uuid FROM partnership p WHERE p.id = ANY (${ids}::uuid[]) ON CONFLICT DO NOTHING`;
    case 'thematiser':
      return change.sense === 'ajouter'
        ? db.$executeRaw`DELETE FROM partnership_theme WHERE partnership_id = ANY (${ids}::uuid[]) AND theme_code = ${change.themeCode}`
        : db.$executeRaw`INSERT INTO partnership_theme (partnership_id, theme_code) SELECT p.id, ${change.themeCode} FROM partnership p WHERE p.id = ANY (${ids}::uuid[]) ON CONFLICT DO NOTHING`;
    case 'typer':
      return change.sense === 'ajouter'
        ? db.$executeRaw`DELETE FROM partnership_kind WHERE partnership_id = ANY (${ids}::uuid[]) AND kind_id = ${change.kindId}::uuid`
        : db.$executeRaw`INSERT INTO partnership_kind (partnership_id, kind_id) SELECT p.id, ${change.kindId}::uuid FROM partnership p WHERE p.id = ANY (${ids}::uuid[]) ON CONFLICT DO NOTHING`;
    case 'archiver':
      return db.$executeRaw`
        WITH back AS (UPDATE partnership p SET stage = b.stage::partnership_stage, stage_before_archive = NULL, stage_since = ${now} FROM json_to_recordset(${before}::json) AS b(id uuid, stage text)
          WHERE p.id = b.id AND p.mission_locale_id = app.mission_locale() AND p.stage = 'archived' RETURNING p.id, p.stage)
        INSERT INTO stage_move (partnership_id, from_stage, to_stage, at) SELECT id, 'archived', stage, ${now} FROM back`;
  }
}

/** A tag taken off and deleted since cannot come back. */
async function checkTagRemains({ db }: Ctx, { sense, tagId }: Extract<BulkChange, { verb: 'etiqueter' }>): Promise<void> {
  if (sense === 'enlever' && (await db.tag.count({ where: { id: tagId } })) === 0) throw conflict('Cette étiquette est supprimée depuis : elle ne peut pas revenir.');
}
