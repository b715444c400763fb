/** Milliseconds of many runs, as the table shows them. */
export type Figures = { p50: number; p95: number; p99: number; count: number };

export function figures(times: number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length };
}

/** What V8 needs to compile a page that it has never made: a site in service has served it all morning. */
const warmUp = 60;

/** Runs `work` `count` times, by `users` at once, after a warm-up that is not counted, nor is what comes `before` each. Bounded: it ends with the last run. */
export async function measure(count: number, users: number, work: (n: number) => Promise<void>, before: () => Promise<unknown> = async () => {}): Promise<Figures> {
  for (let n = 0; n < Math.min(warmUp, count); n += 1) await work(n);
  const times: number[] = [];
  let next = 0;
  const user = async () => {
    while (next < count) {
      const n = next++;
      await before();
      const from = performance.now();
      await work(n);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  return figures(times);
}

export const ms = (value: number) => (Number.isNaN(value) ? '–' : value < 10 ? value.toFixed(1) : value.toFixed(0));
