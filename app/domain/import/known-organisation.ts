import type { FactSources } from '~/domain/partner/shared-facts';
import type { ImportedFacts } from './imported-facts';

/** The columns of a record that an import reads and may fill. */
export const importedColumns = [
  'name', 'brandName', 'acronym', 'siret', 'nafCode', 'legalForm', 'hasYouthLabel', 'description', 'phone', 'otherPhones', 'email', 'website', 'openingHours',
  'addressLine', 'addressExtra', 'postcode', 'cedex', 'communeCode', 'departementCode', 'latitude', 'longitude',
] as const satisfies readonly (keyof ImportedFacts)[];
export type ImportedColumn = (typeof importedColumns)[number];

/** The columns of a record, whoever wrote them. */
export type RecordColumns = Pick<ImportedFacts, ImportedColumn> & { placePrecision: 'exact' | 'street' | 'commune' | 'departement' | null };

/** An organisation that the network has, and what the agency lives with it, as an import compares them with a file. */
export type KnownOrganisation = RecordColumns & {
  organisationId: string;
  nameKey: string;
  communeName: string | null;
  factSources: FactSources;
  kindId: string;
  /** Null: known in the network, not a partner of the agency. */
  partnership: KnownPartnership | null;
};

export type KnownPartnership = {
  id: string;
  stage: string;
  externalId: string | null;
  kindIds: string[];
  themes: string[];
  tagIds: string[];
  contacts: { lastName: string; firstName: string | null; email: string | null; phone: string | null }[];
};
