/** What a calendar keeps of a session. */
export type CalendarSession = { id: string; title: string; startsAt: Date; endsAt: Date; place: string | null; cancelled: boolean; version: number; link: string };

const moment = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** A line of 75 bytes at most, continued on the next (RFC 5545, 3.1); never cut within a letter. */
function folded(line: string): string {
  const pieces: string[] = [''];
  for (const letter of line) {
    const room = pieces.length === 1 ? 75 : 74;
    if (Buffer.byteLength(pieces.at(-1)! + letter) > room) pieces.push('');
    pieces[pieces.length - 1] += letter;
  }
  return pieces.join('\r\n ');
}

/** One session as an iCalendar file (RFC 5545), in universal time: every clock then shows its own hour. */
export function calendarOf({ id, title, startsAt, endsAt, place, cancelled, version, link }: CalendarSession, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Maillage//FR', 'METHOD:PUBLISH', 'BEGIN:VEVENT', `UID:${id}@maillage`, `DTSTAMP:${moment(now)}`, `SEQUENCE:${version}`, `DTSTART:${moment(startsAt)}`, `DTEND:${moment(endsAt)}`,
    `SUMMARY:${escaped(title)}`, ...(place ? [`LOCATION:${escaped(place)}`] : []), `URL:${link}`, `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT', 'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
