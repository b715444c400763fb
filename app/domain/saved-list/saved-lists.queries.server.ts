import type { Ctx } from '~/access/context';
import { mayChangeList } from './list-of.server';

export type SavedListRow = {
  id: string;
  name: string;
  /** The query of the list that shows its partners. */
  address: string;
  isPicked: boolean;
  isShared: boolean;
  isMine: boolean;
  author: string | null;
  /** Partners picked by hand; null for a filter, which finds more or fewer each day. */
  count: number | null;
  /** Where the person stopped when they last worked through it, with the rank and the total of that moment. */
  place: { name: string; rank: number; total: number } | null;
  version: number;
  mayChange: boolean;
};

/** The person’s own lists and those shared with the agency, by name: one query. A region has none. */
export async function savedLists(ctx: Ctx): Promise<SavedListRow[]> {
  if (!ctx.actor.missionLocaleId) return [];
  const lists = await ctx.db.$queryRaw<{ id: string; name: string; filters: string | null; isShared: boolean; createdById: string | null; author: string | null; version: number; count: number; place: SavedListRow['place'] }[]>`
    SELECT l.id::text, l.name, l.filters, l.is_shared AS "isShared", l.created_by_id::text AS "createdById", l.version,
      (SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = l.created_by_id) AS author,
      (SELECT count(*)::int FROM saved_list_partner p WHERE p.mission_locale_id = l.mission_locale_id AND p.list_id = l.id) AS count,
      (SELECT jsonb_build_object('name', s.name, 'rank', p.rank, 'total', p.total) FROM saved_list_place p JOIN search.partner_of_agency s ON s.mission_locale_id = p.mission_locale_id AND s.partnership_id = p.partnership_id
        WHERE p.mission_locale_id = l.mission_locale_id AND p.list_id = l.id AND p.user_id = ${ctx.actor.userId}::uuid) AS place
    FROM saved_list l WHERE l.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND l.deleted_at IS NULL ORDER BY app.norm(l.name), l.id LIMIT 500`;
  return lists.map(({ filters, createdById, count, ...list }) => ({
    ...list,
    address: filters ?? `liste=${list.id}`,
    isPicked: filters === null,
    isMine: createdById === ctx.actor.userId,
    count: filters === null ? count : null,
    mayChange: mayChangeList(ctx.actor, { createdById, isShared: list.isShared }),
  }));
}
