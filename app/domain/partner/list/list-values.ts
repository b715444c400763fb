import { bandsOfSize, companySizeNames, companySizes } from '~/domain/partner/headcount';
import type { ManyValued } from './filters';

/** A value that a filter can take: as the address says it, as people read it, and the ids that it stands for. */
export type ListValue = {
  value: string;
  label: string;
  ids: string[];
  /** Still found on partners, no longer offered. */
  isRetired: boolean;
  /** On an agency of the network's own set. */
  isLocal: boolean;
};

export type ListValues = Record<ManyValued, ListValue[]>;

/** The value of a filter for the partners that have none: nobody in charge, no known headcount. */
export const nobody = 'aucun';

export const fixedValue = (value: string, label: string, ids = [value]): ListValue => ({ value, label, ids, isRetired: false, isLocal: false });

/** INSEE's code of a headcount that is not known counts with those that nobody typed. */
export const sizeValues = [
  ...companySizeNames.map((size) => fixedValue(size, `${companySizes[size].label} (${companySizes[size].says})`, bandsOfSize(size))),
  fixedValue(nobody, 'Taille inconnue', [nobody, 'NN']),
];
