import { actorMay, type Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, forbidden } from '~/domain/errors';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { takeListsBack } from './handed-lists.server';
import { handoverOf } from './portfolio-of.server';

/** Who may undo a handover: who made it, whose portfolio it was, and those who look after the agency. */
export const mayUndo = (actor: Actor, { fromId, createdById }: { fromId: string | null; createdById: string | null }) =>
  actorMay(actor, 'portfolio.handover') && (actor.userId === fromId || actor.userId === createdById || actorMay(actor, 'portfolio.handoverAny'));

export type Undone = { partners: number; keptPartners: number; keptTasks: number; keptLists: number };

/**
 * Gives back what a handover moved, exactly: partners, tasks and lists still in the hands that it put them in. What somebody changed
 * since (another officer, a task done or given on, an introduction taken up) stays as it is, and is counted.
 * Throws `conflict` when it is undone already or when who gave no longer works here, `forbidden`, `notFound`.
 */
export async function undoHandover(ctx: Ctx, { handoverId }: { handoverId: string }): Promise<Undone> {
  const handover = await handoverOf(ctx, handoverId);
  const { fromId, toId } = handover;
  if (!mayUndo(ctx.actor, handover)) throw forbidden('Seules la personne qui a transmis ce portefeuille et la direction peuvent annuler.');
  const { count } = await ctx.db.handover.updateMany({ where: { id: handoverId, undoneAt: null }, data: { undoneAt: ctx.now, undoneById: ctx.actor.userId } });
  if (count === 0) throw conflict('Cette passation est déjà annulée.');
  await checkOfficer(ctx, fromId).catch(() => {
    throw conflict('La personne qui suivait ces partenaires ne travaille plus ici : transmettez-les plutôt à quelqu’un d’autre.');
  });
  if (!fromId) throw conflict('Le compte de la personne qui suivait ces partenaires n’existe plus : transmettez-les plutôt à quelqu’un d’autre.');
  const { db } = ctx;
  const partners = await db.$executeRaw`
    WITH back AS (UPDATE partnership p SET officer_id = ${fromId}::uuid FROM handover_partner h
      WHERE h.mission_locale_id = app.mission_locale() AND h.handover_id = ${handoverId}::uuid AND p.mission_locale_id = h.mission_locale_id AND p.id = h.partnership_id AND p.merged_into_id IS NULL AND p.officer_id IS NOT DISTINCT FROM ${toId}::uuid RETURNING p.id)
    UPDATE handover_partner h SET given_back = true FROM back WHERE h.mission_locale_id = app.mission_locale() AND h.handover_id = ${handoverId}::uuid AND h.partnership_id = back.id`;
  const tasks = await db.$executeRaw`
    WITH back AS (UPDATE task t SET assignee_id = CASE WHEN h.is_introduction THEN t.assignee_id ELSE ${fromId}::uuid END, deleted_at = CASE WHEN h.is_introduction THEN ${ctx.now}::timestamptz END FROM handover_task h
      WHERE h.mission_locale_id = app.mission_locale() AND h.handover_id = ${handoverId}::uuid AND t.mission_locale_id = h.mission_locale_id AND t.id = h.task_id
        AND t.done_at IS NULL AND t.deleted_at IS NULL AND t.assignee_id IS NOT DISTINCT FROM ${toId}::uuid AND (NOT h.is_introduction OR t.version = 1) RETURNING t.id)
    UPDATE handover_task h SET given_back = true FROM back WHERE h.mission_locale_id = app.mission_locale() AND h.handover_id = ${handoverId}::uuid AND h.task_id = back.id`;
  await db.handoverPartner.updateMany({ where: { handoverId, givenBack: null }, data: { givenBack: false } });
  await db.handoverTask.updateMany({ where: { handoverId, givenBack: null }, data: { givenBack: false } });
  const keptLists = await takeListsBack(ctx, { fromId, toId, handoverId });
  return { partners, keptPartners: handover.partners - partners, keptTasks: handover.tasks + handover.introductions - tasks, keptLists };
}
