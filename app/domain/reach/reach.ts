import type { LonLat } from '~/domain/place/circle';
import type { Point } from '~/domain/place/geo';

/** How one goes. Other means are only estimated. */
export type ReachProfile = 'pedestrian' | 'car';

/**
 * What is reached from a place in so many minutes: its outline, and the version of the road network that it was computed on; or that
 * nobody answered, and after how long to ask again (ms).
 */
export type Reached = { ok: true; outline: LonLat[]; version: string } | { ok: false; reason: string; retryAfterMs: number };

/** It answers rather than throws, within a quarter of a minute. */
export type Reach = { profiles: readonly ReachProfile[]; from: (asked: { point: Point; profile: ReachProfile; minutes: number }) => Promise<Reached> };
