import { formatPhone } from '~/domain/organisation/phone';
import { formatSiret } from '~/domain/organisation/siret';
import { openingHoursSentence } from '~/domain/partner/say-opening-hours';
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
      return facts.openingHours ? [openingHoursSentence(facts.openingHours), facts.openingHours.note].filter(Boolean).join(' ; ') : '';
    case 'latitude':
    case 'longitude':
    case 'placePrecision':
      return facts.latitude == null || facts.longitude == null ? '' : `${decimal(facts.latitude)} ; ${decimal(facts.longitude)}`;
    case 'hasYouthLabel':
      return facts.hasYouthLabel ? 'oui' : '';
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

const decimal = (degrees: number) => String(Math.round(degrees * 1e5) / 1e5).replace('.', ',');
