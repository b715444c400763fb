import { youthLabel } from '~/domain/organisation/youth-label';
import { problemsOfMapping, type ColumnField, type MappedColumns } from './column-vocabulary';

/**
 * What a column of a partner file can hold. `several` says what two columns with one field do:
 * `no`: refused, a person chooses; `joined`: put one after the other (addresses, descriptions); `united`: all kept (telephones).
 */
export const importFields = [
  { code: 'siret', label: 'SIRET', group: 'Identité', several: 'no' },
  { code: 'siren', label: 'SIREN', group: 'Identité', several: 'no' },
  { code: 'name', label: 'Nom ou raison sociale', group: 'Identité', several: 'no' },
  { code: 'brandName', label: 'Enseigne ou nom d’usage', group: 'Identité', several: 'no' },
  { code: 'acronym', label: 'Sigle', group: 'Identité', several: 'no' },
  { code: 'kind', label: 'Typologie', group: 'Identité', several: 'united' },
  { code: 'theme', label: 'Thématiques', group: 'Identité', several: 'united' },
  { code: 'nafCode', label: 'Code NAF (APE)', group: 'Identité', several: 'no' },
  { code: 'legalForm', label: 'Forme juridique', group: 'Identité', several: 'no' },
  { code: 'hasYouthLabel', label: `Label « ${youthLabel} »`, group: 'Identité', several: 'united' },
  { code: 'description', label: 'Présentation', group: 'Identité', several: 'joined' },
  { code: 'addressNumber', label: 'Numéro dans la voie', group: 'Adresse', several: 'no' },
  { code: 'addressStreetType', label: 'Type de voie', group: 'Adresse', several: 'no' },
  { code: 'addressLine', label: 'Adresse ou nom de la voie', group: 'Adresse', several: 'joined' },
  { code: 'addressComplement', label: 'Complément d’adresse', group: 'Adresse', several: 'joined' },
  { code: 'postcode', label: 'Code postal', group: 'Adresse', several: 'no' },
  { code: 'commune', label: 'Commune', group: 'Adresse', several: 'no' },
  { code: 'communeCode', label: 'Code INSEE de la commune', group: 'Adresse', several: 'no' },
  { code: 'departement', label: 'Département', group: 'Adresse', several: 'no' },
  { code: 'latitude', label: 'Latitude', group: 'Adresse', several: 'no' },
  { code: 'longitude', label: 'Longitude', group: 'Adresse', several: 'no' },
  { code: 'coordinates', label: 'Coordonnées (latitude, longitude)', group: 'Adresse', several: 'no' },
  { code: 'phone', label: 'Téléphone', group: 'Joindre', several: 'united' },
  { code: 'email', label: 'Courriel', group: 'Joindre', several: 'united' },
  { code: 'website', label: 'Site internet', group: 'Joindre', several: 'no' },
  { code: 'openingHours', label: 'Horaires', group: 'Joindre', several: 'no' },
  { code: 'hoursMon', label: 'Horaires du lundi', group: 'Joindre', several: 'joined' },
  { code: 'hoursTue', label: 'Horaires du mardi', group: 'Joindre', several: 'joined' },
  { code: 'hoursWed', label: 'Horaires du mercredi', group: 'Joindre', several: 'joined' },
  { code: 'hoursThu', label: 'Horaires du jeudi', group: 'Joindre', several: 'joined' },
  { code: 'hoursFri', label: 'Horaires du vendredi', group: 'Joindre', several: 'joined' },
  { code: 'hoursSat', label: 'Horaires du samedi', group: 'Joindre', several: 'joined' },
  { code: 'hoursSun', label: 'Horaires du dimanche', group: 'Joindre', several: 'joined' },
  { code: 'contactName', label: 'Interlocuteur : nom', group: 'Interlocuteur', several: 'joined' },
  { code: 'contactFunction', label: 'Interlocuteur : fonction', group: 'Interlocuteur', several: 'no' },
  { code: 'contactPhone', label: 'Interlocuteur : téléphone', group: 'Interlocuteur', several: 'united' },
  { code: 'contactEmail', label: 'Interlocuteur : courriel', group: 'Interlocuteur', several: 'united' },
  { code: 'partnerSince', label: 'Partenaire depuis le', group: 'Suivi', several: 'no' },
  { code: 'tags', label: 'Étiquettes', group: 'Suivi', several: 'united' },
  { code: 'externalId', label: 'Identifiant dans l’ancien outil', group: 'Suivi', several: 'no' },
  { code: 'ignored', label: 'Ne pas importer', group: 'Suivi', several: 'united' },
] as const satisfies readonly ColumnField[];

export type ImportField = (typeof importFields)[number]['code'];

/** Which field each column of a file of partners gives. */
export type ColumnMapping = MappedColumns<ImportField>;

/** The French label of a field. */
export function fieldLabel(field: ImportField): string {
  return importFields.find(({ code }) => code === field)!.label;
}

/** What names an organisation. */
export const partnerNeeds = [{ fields: ['name', 'brandName'], sentence: 'Aucune colonne ne donne le nom : indiquez laquelle.' }];

export const mappingProblems = (mapping: MappedColumns): string[] => problemsOfMapping(mapping, { fields: importFields, needs: partnerNeeds });
