import type { Db } from '~/access/context';
import type { Reach, ReachProfile } from './reach';

export type WantedReach = { latitude: number; longitude: number; minutes: number; profile: ReachProfile };

/** Asks the service what is reached, and keeps its answer or that it had none. Not asked again while the answer is good or the wait not over. */
export async function fetchReach(service: Reach | null, run: <T>(work: (db: Db) => Promise<T>) => Promise<T>, { latitude, longitude, minutes, profile }: WantedReach): Promise<void> {
  if (!service) return;
  const [known] = await run((db) => db.$queryRaw<{ isGood: boolean }[]>`
    SELECT outline IS NOT NULL AND fetched_at > now() - interval '180 days' OR outline IS NULL AND ask_again_at > now() AS "isGood" FROM reach_area
    WHERE (profile, minutes, latitude, longitude) = (${profile}, ${minutes}::int, ${latitude}::float8, ${longitude}::float8)`);
  if (known?.isGood) return;
  // Between the two transactions: nothing is held while the service thinks.
  const answer = await service.from({ point: { latitude, longitude }, profile, minutes });
  const outline = answer.ok ? JSON.stringify(answer.outline) : null;
  const wait = answer.ok ? 0 : answer.retryAfterMs;
  await run((db) => db.$executeRaw`
    INSERT INTO reach_area (profile, minutes, latitude, longitude, outline, resource_version, ask_again_at, failure)
    VALUES (${profile}, ${minutes}::int, ${latitude}::float8, ${longitude}::float8, ${outline}::jsonb, ${answer.ok ? answer.version : null}, now() + ${wait}::int * interval '1 ms', ${answer.ok ? null : answer.reason})
    ON CONFLICT (profile, minutes, latitude, longitude) DO UPDATE SET outline = coalesce(excluded.outline, reach_area.outline), resource_version = coalesce(excluded.resource_version, reach_area.resource_version),
      fetched_at = CASE WHEN excluded.outline IS NULL THEN reach_area.fetched_at ELSE now() END, ask_again_at = excluded.ask_again_at, failure = excluded.failure`);
}
