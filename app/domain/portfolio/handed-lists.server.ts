import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import type { ListToHand } from './portfolio-preview';

export const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'fr');

type Between = { fromId: string; toId: string; handoverId: string };

/**
 * The saved lists of who hands over that the actor may name: one's own, and a colleague's shared ones. Those that only the
 * colleague sees are counted, never read: they are theirs to give.
 */
export async function listsToHand(ctx: Ctx, fromId: string): Promise<{ lists: ListToHand[]; unseenLists: number }> {
  const found = await ctx.db.savedList.findMany({ where: { createdById: fromId, deletedAt: null }, select: { id: true, name: true, isShared: true }, orderBy: { id: 'desc' }, take: 200 });
  const lists = found.sort(byName);
  if (fromId === ctx.actor.userId) return { lists, unseenLists: 0 };
  const [{ count }] = await ctx.beyondWalls('the lists that only who hands over sees are counted, never read', (db) => db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM saved_list WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND created_by_id = ${fromId}::uuid AND deleted_at IS NULL AND NOT is_shared`);
  return { lists, unseenLists: count };
}

/** Makes these lists those of who takes over, shared ones and personal ones alike. Throws `conflict` when one is no longer there to give. */
export async function handLists(ctx: Ctx, { fromId, toId, handoverId }: Between, listIds: readonly string[]): Promise<void> {
  if (listIds.length === 0) return;
  const lists = await ctx.db.savedList.findMany({ where: { id: { in: [...listIds] }, createdById: fromId, deletedAt: null }, select: { id: true, name: true } });
  if (lists.length < listIds.length) throw conflict('Une des listes choisies n’est plus là. Relisez, puis confirmez.');
  await ctx.db.handoverList.createMany({ data: lists.map(({ id, name }) => ({ handoverId, listId: id, name })) });
  await ctx.beyondWalls('a list changes hands: whose it is is a signature, and the one who takes it over is not who acts', (db) =>
    db.$executeRaw`UPDATE saved_list l SET created_by_id = ${toId}::uuid FROM handover_list h WHERE h.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND h.handover_id = ${handoverId}::uuid
      AND l.mission_locale_id = h.mission_locale_id AND l.id = h.list_id AND l.created_by_id = ${fromId}::uuid`);
}

/** Under which name a report tells a list that nobody else saw. */
export const personalList = 'une liste personnelle';

/** Makes all the lists of who leaves those of who takes over, unread: the report tells the names of the shared ones alone. */
export async function handAllLists(ctx: Ctx, { fromId, toId, handoverId }: Between): Promise<void> {
  const { missionLocaleId } = ctx.actor;
  await ctx.beyondWalls('the lists of who leaves change hands, those that only they saw too: nobody reads them here', (db) => db.$executeRaw`
    WITH moved AS (UPDATE saved_list SET created_by_id = ${toId}::uuid WHERE mission_locale_id = ${missionLocaleId}::uuid AND created_by_id = ${fromId}::uuid AND deleted_at IS NULL RETURNING id, name, is_shared)
    INSERT INTO handover_list (mission_locale_id, handover_id, list_id, name) SELECT ${missionLocaleId}::uuid, ${handoverId}::uuid, id, CASE WHEN is_shared THEN name ELSE ${personalList} END FROM moved`);
}

/** The lists that are still in the hands that took them over go back; one that was deleted or given on since stays. Answers how many stay. */
export async function takeListsBack(ctx: Ctx, { fromId, toId, handoverId }: Omit<Between, 'toId'> & { toId: string | null }): Promise<number> {
  const { missionLocaleId } = ctx.actor;
  await ctx.beyondWalls('a handover is undone: its lists are again those of who gave them', (db) => db.$executeRaw`
    WITH back AS (UPDATE saved_list l SET created_by_id = ${fromId}::uuid FROM handover_list h WHERE h.mission_locale_id = ${missionLocaleId}::uuid AND h.handover_id = ${handoverId}::uuid
      AND l.mission_locale_id = h.mission_locale_id AND l.id = h.list_id AND l.created_by_id IS NOT DISTINCT FROM ${toId}::uuid AND l.deleted_at IS NULL RETURNING l.id)
    UPDATE handover_list h SET given_back = true FROM back WHERE h.mission_locale_id = ${missionLocaleId}::uuid AND h.handover_id = ${handoverId}::uuid AND h.list_id = back.id`);
  const { count } = await ctx.db.handoverList.updateMany({ where: { handoverId, givenBack: null }, data: { givenBack: false } });
  return count;
}
