/** Chance that always falls the same: the demonstration is the same on every machine. */
export type Random = { next: () => number; int: (from: number, to: number) => number; pick: <T>(among: readonly T[]) => T; some: <T>(among: readonly T[], from: number, to: number) => T[]; chance: (share: number) => boolean };

/** mulberry32, by Tommy Ettinger (public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(among: readonly T[]): T => {
    const chosen = among[int(0, among.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const some = <T>(among: readonly T[], from: number, to: number): T[] => {
    const left = [...among];
    const taken: T[] = [];
    for (let wanted = int(from, Math.min(to, left.length)); wanted > 0; wanted -= 1) taken.push(...left.splice(int(0, left.length - 1), 1));
    return taken;
  };
  return { next, int, pick, some, chance: (share) => next() < share };
}
