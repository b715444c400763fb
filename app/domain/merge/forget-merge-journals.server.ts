import type { Db } from '~/access/context';
import { undoDays } from './merge-journal';

/** Forgets what served to undo merges that can be undone no more: values of before, keys of what moved. Who merged what and when stays. */
export async function forgetMergeJournals(db: Db): Promise<void> {
  await db.$executeRaw`DELETE FROM partner_merge_journal j USING partner_merge m WHERE m.mission_locale_id = j.mission_locale_id AND m.id = j.merge_id
    AND (m.undone_at IS NOT NULL OR m.created_at < now() - make_interval(days => ${undoDays}::int))`;
  await db.$executeRaw`UPDATE organisation_merge SET journal = NULL WHERE journal IS NOT NULL AND (undone_at IS NOT NULL OR created_at < now() - make_interval(days => ${undoDays}::int))`;
}
