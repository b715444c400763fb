import { days, type Day, type OpeningHours } from '~/domain/organisation/opening-hours';
import { formatPhone } from '~/domain/organisation/phone';
import { formatSiret } from '~/domain/organisation/siret';
import type { RecordColumns } from './known-organisation';

type Facts = Partial<RecordColumns> & { communeName?: string | null };

/** A fact as a person reads it on the screen; an empty text when there is none. */
export function sayFact(field: keyof RecordColumns | 'address', facts: Facts): string {
  switch (field) {
    case 'address':
      return sayAddress(facts);
    case 'phone':
    case 'otherPhones':
      return [facts.phone, ...(facts.otherPhones ?? [])].filter((number): number is string => Boolean(number)).map(formatPhone).join(', ');
    case 'siret':
      return facts.siret ? formatSiret(facts.siret) : '';
    case 'openingHours':
      return facts.openingHours ? sayHours(facts.openingHours) : '';
    case 'latitude':
    case 'longitude':
    case 'placePrecision':
      return facts.latitude == null || facts.longitude == null ? '' : `${decimal(facts.latitude)} ; ${decimal(facts.longitude)}`;
    case 'website':
      return (facts.website ?? '').replace(/^https?:\/\//, '');
    default:
      return String(facts[field] ?? '');
  }
}

function sayAddress({ addressLine, addressExtra, postcode, cedex, communeName, communeCode, latitude, longitude }: Facts): string {
  const town = [postcode, communeName ?? communeCode, cedex].filter(Boolean).join(' ');
  const words = [addressLine, addressExtra, town].filter(Boolean).join(', ');
  return words || (latitude == null || longitude == null ? '' : `${decimal(latitude)} ; ${decimal(longitude)}`);
}

const dayNames: Record<Day, string> = { mon: 'lun.', tue: 'mar.', wed: 'mer.', thu: 'jeu.', fri: 'ven.', sat: 'sam.', sun: 'dim.' };

/** `lun.–ven. 9 h–12 h, 13 h 30–17 h · sam. fermé · sur rendez-vous`. */
function sayHours({ days: week, note }: OpeningHours): string {
  const runs: { on: Day[]; says: string }[] = [];
  for (const day of days) {
    const intervals = week[day];
    if (!intervals) continue;
    const says = intervals.length === 0 ? 'fermé' : intervals.map(([from, to]) => `${hour(from)}–${hour(to)}`).join(', ');
    const last = runs.at(-1);
    if (last?.says === says && days.indexOf(last.on.at(-1)!) === days.indexOf(day) - 1) last.on.push(day);
    else runs.push({ on: [day], says });
  }
  const spoken = runs.map(({ on, says }) => `${dayNames[on[0]!]}${on.length > 1 ? `–${dayNames[on.at(-1)!]}` : ''} ${says}`);
  return [...spoken, ...(note ? [note] : [])].join(' · ');
}

const hour = (time: string) => {
  const [h = '', m = ''] = time.split(':');
  return `${Number(h)}\u00a0h${m === '00' ? '' : `\u00a0${m}`}`;
};
const decimal = (degrees: number) => String(Math.round(degrees * 1e5) / 1e5).replace('.', ',');
