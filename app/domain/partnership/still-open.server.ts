import type { Ctx } from '~/access/context';
import type { StillOpen } from './still-open';

/** What is still to be done, offered, signed or given with these partners. One query. */
export async function stillOpen({ db }: Ctx, ids: readonly string[]): Promise<StillOpen> {
  const [open] = await db.$queryRaw<[StillOpen]>`SELECT
    (SELECT count(*)::int FROM task WHERE partnership_id = ANY (${ids}::uuid[]) AND done_at IS NULL AND deleted_at IS NULL) AS tasks,
    (SELECT count(*)::int FROM public.offer WHERE partnership_id = ANY (${ids}::uuid[]) AND mission_locale_id = app.mission_locale() AND state IN ('submitted', 'published', 'paused') AND deleted_at IS NULL) AS offers,
    (SELECT count(*)::int FROM agreement WHERE partnership_id = ANY (${ids}::uuid[]) AND state IN ('draft', 'awaitingSignatures', 'active') AND deleted_at IS NULL) AS agreements,
    (SELECT count(*)::int FROM patronage WHERE partnership_id = ANY (${ids}::uuid[]) AND promised_on IS NOT NULL AND received_on IS NULL AND deleted_at IS NULL) AS gifts`;
  return open;
}
