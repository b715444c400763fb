import type { LonLat } from '~/domain/place/circle';

/** A ring of at most so many points, evenly taken, closed. */
export function thinned(ring: readonly LonLat[], most: number): LonLat[] {
  const step = Math.max(1, Math.ceil(ring.length / (most - 1)));
  const kept = ring.filter((_, index) => index % step === 0);
  const [first, last] = [kept[0], kept.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...kept, first] : kept;
}
