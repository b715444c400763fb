import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';

type Settled = { one: string; other: string };

/** Says that two partners are two. Remembered, with who said it, until a strong reason that is not there today. Saying it twice changes nothing. */
export async function dismissDuplicate(ctx: Ctx, { pairId }: { pairId: string }): Promise<Settled> {
  const names = await namesOf(ctx, pairId);
  await ctx.db.$executeRaw`UPDATE duplicate_pair SET state = 'dismissed', dismissed_at = ${ctx.now}::timestamptz, dismissed_by_id = ${ctx.actor.userId}::uuid, dismissed_for = strong
    WHERE id = ${pairId}::uuid AND state = 'open'`;
  return names;
}

/** Takes that back: the pair is in the queue again, until the search no longer finds it. */
export async function putBackDuplicate(ctx: Ctx, { pairId }: { pairId: string }): Promise<Settled> {
  const names = await namesOf(ctx, pairId);
  await ctx.db.duplicatePair.updateMany({ where: { id: pairId, state: 'dismissed' }, data: { state: 'open', dismissedAt: null, dismissedById: null, dismissedFor: [] } });
  return names;
}

/** Throws `notFound` when the pair is gone: merged, corrected, or another agency's. */
async function namesOf(ctx: Ctx, pairId: string): Promise<Settled> {
  const [names] = await ctx.db.$queryRaw<Settled[]>`SELECT a.name AS one, b.name AS other FROM duplicate_pair p
    JOIN search.partner a ON (a.mission_locale_id, a.partnership_id) = (p.mission_locale_id, p.one_id) JOIN search.partner b ON (b.mission_locale_id, b.partnership_id) = (p.mission_locale_id, p.other_id)
    WHERE p.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND p.id = ${knownId(pairId, gone)}::uuid`;
  if (!names) throw notFound(gone);
  return names;
}

const gone = 'Ces deux fiches ne sont plus dans la liste : elles ont été fusionnées ou corrigées.';
