import { isEmail } from '~/domain/organisation/email';
import { parseNaf } from '~/domain/organisation/naf';
import { passesLuhn } from '~/domain/organisation/siret';
import { isFrench } from '~/domain/place/coordinates';
import { departementOfPostcode } from '~/domain/place/postcode';
import { readHasYouthLabel } from '~/domain/organisation/youth-label';
import type { ImportField } from './fields';

/** What the values of a column look like: for each shape, the share of the filled cells that have it (0 to 1). */
export type ValueShares = Partial<Record<ImportField, number>> & { filled: number };

const shapes: Partial<Record<ImportField, (value: string) => boolean>> = {
  siret: (value) => /^[\d\s.]{13,18}$/.test(value) && passesLuhn(value.replace(/\D/g, '').padStart(14, '0')),
  siren: (value) => /^\d{3}[\s.]?\d{3}[\s.]?\d{3}$/.test(value) && passesLuhn(value.replace(/\D/g, '')),
  postcode: (value) => /^\d{4,5}(?:\s|$)/.test(value) && departementOfPostcode(value.slice(0, 5).trim().padStart(5, '0')) !== null,
  communeCode: (value) => /^(?:\d{4,5}|2[AB]\d{3})$/i.test(value),
  email: (value) => value.includes('@') && value.split(/[\s;,/]+/).some(isEmail),
  website: (value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value),
  phone: (value) => /^(?:\+|00)?[\d\s./()-]{9,22}(?:\D|$)/.test(value) && /^(?:0[1-9]|[1-9]\d{8}$|\+|00)/.test(value.replace(/[^\d+]/g, '')) && value.replace(/\D/g, '').length <= 26 && !/^\d{14}$/.test(value.replace(/\D/g, '')),
  hasYouthLabel: (value) => readHasYouthLabel(value) !== null,
  nafCode: (value) => parseNaf(value) !== null,
  latitude: (value) => /^-?\d{1,2}[.,]\d{2,}$/.test(value),
  longitude: (value) => /^-?\d{1,3}[.,]\d{2,}$/.test(value),
  coordinates: (value) => isPair(value),
  openingHours: (value) => /\d{1,2}\s*[h:]\s*\d{0,2}.*[-àa/].*\d/i.test(value),
};

/** Measures the shapes of a column on a sample of its cells. */
export function shareShapes(values: readonly string[]): ValueShares {
  const filled = values.map((value) => value.trim()).filter(Boolean);
  const shares: ValueShares = { filled: values.length ? filled.length / values.length : 0 };
  if (!filled.length) return shares;
  for (const [field, matches] of Object.entries(shapes) as [ImportField, (value: string) => boolean][]) {
    const share = filled.filter(matches).length / filled.length;
    if (share > 0) shares[field] = share;
  }
  return shares;
}

/** Fields whose values have a shape: a header that names one of them is contradicted by values that have not. */
export function hasShape(field: string): boolean {
  return field in shapes && field !== 'openingHours';
}

/** The field that the values alone suggest, when nearly all of them agree; a commune code cannot be told from a postcode. */
export function fieldOfValues(shares: ValueShares): ImportField | null {
  const order: ImportField[] = ['siret', 'email', 'website', 'coordinates', 'siren', 'nafCode', 'phone', 'postcode'];
  return order.find((field) => (shares[field] ?? 0) >= 0.8) ?? null;
}

function isPair(value: string): boolean {
  const numbers = value.match(/-?\d{1,3}[.,]\d{2,}/g);
  if (numbers?.length !== 2 || !/^[\s()[\]POINT]*-?\d/.test(value)) return false;
  const [latitude, longitude] = numbers.map((number) => Number(number.replace(',', '.')));
  return isFrench({ latitude: latitude!, longitude: longitude! }) || isFrench({ latitude: longitude!, longitude: latitude! });
}
