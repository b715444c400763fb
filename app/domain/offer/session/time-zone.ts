/** The clock of a département, from its code; that of Paris for the mainland. Source: IANA time zones of the overseas territories. */
const overseas: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};
export const timeZoneOf = (departementCode: string | null): string => overseas[departementCode ?? ''] ?? 'Europe/Paris';

/** What a clock on the wall shows there: `2026-11-22T14:05`. */
export function clockAt(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/**
 * The moment when the clocks of a zone show this (`2026-11-22T14:05`). The night when clocks change, an hour is skipped in spring
 * (`missing`) and another comes twice in autumn (`twice`): neither says a moment.
 */
export function momentAt(clock: string, timeZone: string): { ok: true; at: Date } | { ok: false; why: 'missing' | 'twice' } {
  const asUtc = new Date(`${clock}:00Z`).getTime();
  const day = 86_400_000;
  const offsets = new Set([asUtc - day, asUtc + day].map((near) => new Date(`${clockAt(new Date(near), timeZone)}:00Z`).getTime() - near));
  const found = [...offsets].map((offset) => new Date(asUtc - offset)).filter((at) => clockAt(at, timeZone) === clock);
  if (found.length === 1) return { ok: true, at: found[0]! };
  return { ok: false, why: found.length === 0 ? 'missing' : 'twice' };
}
