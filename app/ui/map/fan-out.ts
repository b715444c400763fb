/** Pixels between neighbours, centre to centre, and of the first ring. */
const gap = 38;
const firstRing = 46;
/** On one ring; beyond, a spiral. */
const onRing = 8;

/**
 * Where the things of one place are put so that each is seen, in pixels from it: on a ring from the top, clockwise, or on a spiral when
 * they are many.
 */
export function fanOut(count: number): [x: number, y: number][] {
  if (count <= onRing) return Array.from({ length: count }, (_, i) => at((i / count) * 2 * Math.PI, firstRing));
  const spots: [number, number][] = [];
  for (let angle = 0, radius = firstRing; spots.length < count; angle += gap / radius, radius += (gap / (2 * Math.PI)) * (gap / radius)) spots.push(at(angle, radius));
  return spots;
}

const at = (angle: number, radius: number): [number, number] => [radius * Math.sin(angle), -radius * Math.cos(angle)];
