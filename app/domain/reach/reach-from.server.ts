import type { Ctx } from '~/access/context';
import type { TravelMode } from '~/domain/offer/list/travel';
import type { Circle, LonLat } from '~/domain/place/circle';
import type { Point } from '~/domain/place/geo';
import type { ReachProfile } from './reach';

export type ReachAsked = { point: Point; minutes: number; mode: TravelMode };

const profiles: Partial<Record<TravelMode, ReachProfile>> = { pied: 'pedestrian', voiture: 'car' };

/** How a way is asked of the service; null when it does not know this means of transport, or none is configured. Points are rounded to 100 m. */
export function reachKey({ reachProfiles }: Pick<Ctx, 'reachProfiles'>, { point, minutes, mode }: ReachAsked): { latitude: number; longitude: number; minutes: number; profile: ReachProfile } | null {
  const profile = profiles[mode];
  if (!profile || !reachProfiles.includes(profile)) return null;
  const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return { latitude: rounded(point.latitude), longitude: rounded(point.longitude), minutes, profile };
}

/**
 * What is reached from a place, when it is known: a page never waits for the service. Asked for the first time, a job fetches it and
 * the estimate is shown (`awaited`); after a failure too (`down`), until the service may be asked again. One query, none where the
 * service does not know the means of transport.
 */
export async function reachFrom(ctx: Ctx, asked: ReachAsked): Promise<Pick<Circle, 'outline' | 'reach'>> {
  const key = reachKey(ctx, asked);
  if (!key) return { reach: 'estimate' };
  const [known] = await ctx.db.$queryRaw<{ outline: LonLat[] | null; isDue: boolean }[]>`
    SELECT outline, (outline IS NULL AND ask_again_at <= now()) OR fetched_at < now() - interval '180 days' AS "isDue" FROM reach_area
    WHERE (profile, minutes, latitude, longitude) = (${key.profile}, ${key.minutes}::int, ${key.latitude}::float8, ${key.longitude}::float8)`;
  if (!known || known.isDue) await ctx.emit('reach.wanted', { ...key });
  if (known?.outline) return { reach: 'ign', outline: known.outline };
  return { reach: known && !known.isDue ? 'down' : 'awaited' };
}
