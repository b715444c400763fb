import { days, type Day, type OpeningHours } from '~/domain/organisation/opening-hours';

const names: Record<Day, string> = { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi', sat: 'samedi', sun: 'dimanche' };

type Run = { on: Day[]; times: readonly (readonly [string, string])[] };

/** Days that follow one another with the same times; days about which nothing is known are left out. */
function runsOf(week: OpeningHours['days']): Run[] {
  const runs: Run[] = [];
  for (const [rank, day] of days.entries()) {
    const times = week[day];
    if (!times) continue;
    const last = runs.at(-1);
    const follows = last && days.indexOf(last.on.at(-1)!) === rank - 1 && JSON.stringify(last.times) === JSON.stringify(times);
    if (follows) last.on.push(day);
    else runs.push({ on: [day], times });
  }
  return runs;
}

const daysInWords = (on: Day[]) => (on.length === 1 ? names[on[0]!] : on.length === 2 ? `${names[on[0]!]} et ${names[on[1]!]}` : `${names[on[0]!]} au ${names[on.at(-1)!]}`);
const hour = (time: string) => time.replace(/^0(?=\d)/, '').replace(':00', ' h').replace(':', ' h ');

/** A line a run of days, as a person reads it: `lundi au vendredi` / `9 h à 12 h, 14 h à 17 h 30`. */
export function openingHoursLines({ days: week }: OpeningHours): { days: string; times: string }[] {
  return runsOf(week).map(({ on, times }) => ({ days: daysInWords(on), times: times.length ? times.map(([from, to]) => `${hour(from)} à ${hour(to)}`).join(', ') : 'fermé' }));
}

/** The same in one sentence that `parseOpeningHours` reads back: what the form shows. */
export function openingHoursSentence({ days: week }: OpeningHours): string {
  const day = (on: Day[]) => (on.length > 2 ? `du ${names[on[0]!]} au ${names[on.at(-1)!]}` : on.map((one) => names[one]).join(' et '));
  const plain = (time: string) => time.replace(/^0(?=\d)/, '').replace(':', 'h').replace(/h00$/, 'h');
  return runsOf(week).map(({ on, times }) => `${day(on)} ${times.length ? times.map((pair) => pair.map(plain).join('-')).join(' et ') : 'fermé'}`).join(' ; ');
}
