import type { SharedFact } from '~/domain/partner/shared-facts';

/**
 * What two records of one partner are compared on, in the order of the screen. `columns` go together: half of one address with
 * half of another is no address; the first non-empty one is what a person reads. `fact` names the source of a shared fact.
 */
export const mergeFields = [
  { field: 'name', label: 'Nom', table: 'organisation', fact: 'name', columns: ['name', 'original_name', 'name_key'] },
  { field: 'brandName', label: 'Enseigne', table: 'organisation', fact: 'brandName', columns: ['brand_name'] },
  { field: 'acronym', label: 'Sigle', table: 'organisation', fact: 'acronym', columns: ['acronym'] },
  { field: 'kindId', label: 'Typologie', table: 'organisation', fact: 'kindId', columns: ['kind_id'] },
  { field: 'nafCode', label: 'Activité (NAF)', table: 'organisation', fact: 'nafCode', columns: ['naf_code'] },
  { field: 'legalForm', label: 'Forme juridique', table: 'organisation', fact: 'legalForm', columns: ['legal_form'] },
  { field: 'headcountBand', label: 'Effectif', table: 'organisation', fact: 'headcountBand', columns: ['headcount_band'] },
  { field: 'hasYouthLabel', label: 'Label « Je m’engage pour la jeunesse »', table: 'organisation', fact: 'hasYouthLabel', columns: ['has_youth_label'] },
  { field: 'address', label: 'Adresse', table: 'organisation', fact: 'addressLine', columns: ['address_line', 'address_extra', 'postcode', 'cedex', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision'] },
  { field: 'phone', label: 'Téléphone', table: 'organisation', fact: 'phone', columns: ['phone'] },
  { field: 'email', label: 'Courriel', table: 'organisation', fact: 'email', columns: ['email'] },
  { field: 'website', label: 'Site internet', table: 'organisation', fact: 'website', columns: ['website'] },
  { field: 'openingHours', label: 'Horaires', table: 'organisation', fact: 'openingHours', columns: ['opening_hours'] },
  { field: 'description', label: 'Présentation', table: 'organisation', fact: 'description', columns: ['description'] },
  { field: 'parentId', label: 'Groupe ou tête de réseau', table: 'organisation', columns: ['parent_id'] },
  { field: 'closedOn', label: 'Fermée le', table: 'organisation', columns: ['closed_on'] },
  { field: 'stage', label: 'Étape', table: 'partnership', columns: ['stage', 'stage_since', 'stage_before_archive', 'end_reason_id'] },
  { field: 'officerId', label: 'Personne référente', table: 'partnership', columns: ['officer_id'] },
  { field: 'siteId', label: 'Site de la Mission Locale', table: 'partnership', columns: ['site_id'] },
  { field: 'externalId', label: 'Votre numéro', table: 'partnership', columns: ['external_id'] },
] as const satisfies readonly MergeField[];

export type MergeField = { field: string; label: string; table: 'organisation' | 'partnership'; fact?: SharedFact; columns: readonly string[] };
export type MergeFieldName = (typeof mergeFields)[number]['field'];

/** Columns that no person chooses: keys, dates of the machine, and what the merge itself settles. tests/integration/merge names a column that is nowhere. */
export const settledColumns = {
  // The SIRET goes to the record that has none; other telephones are put together; the source of a fact goes with it.
  organisation: ['id', 'siret', 'other_phones', 'fact_sources', 'home_mission_locale_id', 'claimed_at', 'merged_into_id', 'version', 'created_at', 'updated_at'],
  partnership: ['mission_locale_id', 'id', 'organisation_id', 'merged_into_id', 'version', 'created_at', 'updated_at'],
} as const;
