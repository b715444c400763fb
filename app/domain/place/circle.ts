import { boundingBox, boxAround, type BoundingBox, type Point } from './geo';

/** A place of the outline of what is reached. */
export type LonLat = readonly [lon: number, lat: number];

/**
 * What a list looks around: so many km, or what is reached in some minutes. `outline` is the true shape when a service computed it;
 * then `km` only says the estimate. `reach` says how the shape is known: `ign`, or `estimate` (asked for, or the service is down).
 */
export type Circle = Point & { km: number; outline?: readonly LonLat[]; reach?: 'ign' | 'estimate' | 'awaited' | 'down' };

/** The rectangle that holds all that is inside. */
export const boxOf = (circle: Circle): BoundingBox => (circle.outline ? boxAround(circle.outline) : boundingBox(circle, circle.km));
