import type { Ctx } from '~/access/context';
import { neighboursOf, type Began, type Neighbours } from '~/domain/partner/list/neighbours.server';

type Step = { partnershipId: string; address: string; known: number | null; listId: string | null; began?: Began | null };

/** `isDeleted`: somebody took the list away meanwhile; what it found can still be walked to its end. */
export type Walk = Neighbours & { isDeleted: boolean; /** When a walk by date of change began: at its first step. */ since: string };

/**
 * One step in the list of an address: what stands before and after. In a saved list (`listId`) the person’s place is kept, theirs
 * alone. Null for a partner that the person does not see.
 */
export async function stepThrough(ctx: Ctx, { partnershipId, address, known, listId, began = null }: Step): Promise<Walk | null> {
  const here = await neighboursOf(ctx, partnershipId, address, known, began);
  const since = began?.since ?? ctx.now.toISOString();
  if (!here || !listId || !ctx.actor.missionLocaleId) return here && { ...here, since, isDeleted: false };
  const kept = await ctx.db.$executeRaw`
    INSERT INTO saved_list_place (list_id, partnership_id, rank, total)
    SELECT l.id, p.id, ${here.rank}, ${here.total} FROM saved_list l JOIN partnership p ON p.mission_locale_id = l.mission_locale_id AND p.id = ${partnershipId}::uuid
    WHERE l.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND l.id = ${listId}::uuid AND l.deleted_at IS NULL
    ON CONFLICT (mission_locale_id, list_id, user_id) DO UPDATE SET partnership_id = excluded.partnership_id, rank = excluded.rank, total = excluded.total, at = now()`;
  return { ...here, since, isDeleted: kept === 0 };
}
