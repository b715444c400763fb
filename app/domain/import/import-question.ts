import { youthLabel } from '~/domain/organisation/youth-label';
import type { RecordColumns } from './known-organisation';

/** What a person may be asked about: one fact, or several that only make sense together. */
export const askedFields = {
  name: { label: 'Nom', columns: ['name'] },
  brandName: { label: 'Enseigne', columns: ['brandName'] },
  acronym: { label: 'Sigle', columns: ['acronym'] },
  address: { label: 'Adresse', columns: ['addressLine', 'addressExtra', 'postcode', 'cedex', 'communeCode', 'departementCode', 'latitude', 'longitude', 'placePrecision'] },
  phone: { label: 'Téléphone', columns: ['phone', 'otherPhones'] },
  email: { label: 'Courriel', columns: ['email'] },
  website: { label: 'Site internet', columns: ['website'] },
  openingHours: { label: 'Horaires', columns: ['openingHours'] },
  nafCode: { label: 'Activité (NAF)', columns: ['nafCode'] },
  legalForm: { label: 'Forme juridique', columns: ['legalForm'] },
  hasYouthLabel: { label: `Label « ${youthLabel} »`, columns: ['hasYouthLabel'] },
  description: { label: 'Présentation', columns: ['description'] },
} as const satisfies Record<string, { label: string; columns: readonly (keyof RecordColumns)[] }>;

export type AskedField = keyof typeof askedFields;
export const askedFieldNames = Object.keys(askedFields) as AskedField[];

/** One of the values to choose between. `value` holds the columns that choosing it writes. */
export type ImportOption = { from: 'record' | 'file'; says: string; value: Partial<RecordColumns>; lines?: number[] };

/** Values that differ, between two lines of the file or between the file and the record. What stands first is kept unless a person says otherwise. */
export type ImportQuestion = { field: AskedField; options: ImportOption[]; chosen: number };

/** What any import may ask of one of its items, as the screens read it: a field, its options, the one that is taken. */
export type AnyQuestion = { field: string; label?: string; options: { from: string; says: string; lines?: number[] }[]; chosen: number };

export const chosenOption = (question: ImportQuestion): ImportOption | undefined => question.options[question.chosen];

/** Does the record, as it was when the question was asked, stand among the options? */
export const recordOption = (question: ImportQuestion): ImportOption | undefined => question.options.find(({ from }) => from === 'record');
