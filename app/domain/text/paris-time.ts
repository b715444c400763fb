const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** What a clock on the wall in Paris shows: `2026-11-22T14:05`, as a `datetime-local` field wants it. */
export function parisClock(date: Date): string {
  const part = Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/**
 * The moment when clocks in Paris show this (`2026-11-22T14:05`, or a day alone, taken at noon); null when no calendar has it.
 * Of the hour that comes twice in October the first is meant; the one skipped in March becomes the next.
 */
export function parisMoment(text: string): Date | null {
  const read = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(text.trim());
  if (!read) return null;
  const [year, month, day, hour = 12, minute = 0] = read.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || month === undefined || day === undefined) return null;
  const asUtc = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isReal = asUtc.getUTCFullYear() === year && asUtc.getUTCMonth() === month - 1 && asUtc.getUTCDate() === day && asUtc.getUTCHours() === hour && asUtc.getUTCMinutes() === minute;
  if (!isReal) return null;
  const wanted = asUtc.toISOString().slice(0, 16);
  // Two hours ahead in summer, one in winter: the first that gives this very clock is it.
  const candidates = [2, 1].map((ahead) => new Date(asUtc.getTime() - ahead * 3_600_000));
  return candidates.find((candidate) => parisClock(candidate) === wanted) ?? candidates[1] ?? null;
}
