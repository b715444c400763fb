/**
 * How the audit trail reads in French: each column that a person may care for, its label, what its values mean, and whether
 * an old value may be put back. A column that is not here is not told (keys, dates of the machine, what a label says already).
 */
export type ValueKind = 'text' | 'label' | 'phone' | 'siret' | 'yesNo' | 'stage' | 'readiness' | 'date' | 'hours' | 'number' | 'months' | 'headcount';
export type HistoryField = { label: string; kind?: ValueKind; /** Prisma's name of the column when an old value may be put back. */ restores?: string };

export const historyTables = {
  organisation: {
    name: { label: 'Nom', restores: 'name' },
    brand_name: { label: 'Enseigne', restores: 'brandName' },
    acronym: { label: 'Sigle', restores: 'acronym' },
    siret: { label: 'SIRET', kind: 'siret' },
    kind_id: { label: 'Typologie', kind: 'label', restores: 'kindId' },
    naf_code: { label: 'Activité (NAF)', restores: 'nafCode' },
    legal_form: { label: 'Forme juridique', restores: 'legalForm' },
    headcount_band: { label: 'Effectif', kind: 'headcount', restores: 'headcountBand' },
    description: { label: 'Présentation', restores: 'description' },
    phone: { label: 'Téléphone', kind: 'phone', restores: 'phone' },
    other_phones: { label: 'Autres téléphones', kind: 'phone', restores: 'otherPhones' },
    email: { label: 'Courriel', restores: 'email' },
    website: { label: 'Site internet', restores: 'website' },
    opening_hours: { label: 'Horaires', kind: 'hours', restores: 'openingHours' },
    address_line: { label: 'Adresse', restores: 'addressLine' },
    address_extra: { label: 'Complément d’adresse', restores: 'addressExtra' },
    postcode: { label: 'Code postal', restores: 'postcode' },
    cedex: { label: 'Cedex', restores: 'cedex' },
    commune_code: { label: 'Commune', kind: 'label', restores: 'communeCode' },
    latitude: { label: 'Latitude', kind: 'number', restores: 'latitude' },
    longitude: { label: 'Longitude', kind: 'number', restores: 'longitude' },
    closed_on: { label: 'Fermée le', kind: 'date' },
  },
  partnership: {
    stage: { label: 'Étape', kind: 'stage' },
    end_reason_id: { label: 'Raison de la fin', kind: 'label' },
    officer_id: { label: 'Personne référente', kind: 'label', restores: 'officerId' },
    site_id: { label: 'Site de la Mission Locale', kind: 'label', restores: 'siteId' },
    external_id: { label: 'Votre numéro', restores: 'externalId' },
  },
  partnership_kind: { kind_id: { label: 'Autre typologie', kind: 'label' } },
  partnership_theme: { theme_code: { label: 'Thématique', kind: 'label' } },
  partnership_tag: { tag_id: { label: 'Étiquette', kind: 'label' } },
  engagement: {
    readiness: { label: 'Où en est-on', kind: 'readiness' },
    capacity_per_month: { label: 'Capacité par mois', kind: 'number' },
    months: { label: 'Mois possibles', kind: 'months' },
    comment: { label: 'Précisions' },
  },
  contact: {
    first_name: { label: 'Prénom', restores: 'firstName' },
    last_name: { label: 'Nom', restores: 'lastName' },
    job_title: { label: 'Fonction', restores: 'jobTitle' },
    phone: { label: 'Téléphone', kind: 'phone', restores: 'phone' },
    email: { label: 'Courriel', restores: 'email' },
    preference: { label: 'Préférence', restores: 'preference' },
    is_main: { label: 'À joindre en premier', kind: 'yesNo' },
    left_at: { label: 'A quitté l’organisation le', kind: 'date' },
    deleted_at: { label: 'Supprimé le', kind: 'date', restores: 'deletedAt' },
  },
  note: {
    body: { label: 'Texte' },
    is_pinned: { label: 'Gardée en haut', kind: 'yesNo' },
    deleted_at: { label: 'Supprimée le', kind: 'date', restores: 'deletedAt' },
  },
} as const satisfies Record<string, Record<string, HistoryField>>;

export type HistoryTable = keyof typeof historyTables;
export const historyTableNames = Object.keys(historyTables) as HistoryTable[];

/** Columns that are put back together: half of an address with half of another is no address. */
export const addressColumns = ['address_line', 'address_extra', 'postcode', 'cedex', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision'];

export function historyField(table: string, column: string): HistoryField | null {
  const fields: Record<string, HistoryField> | undefined = historyTables[table as HistoryTable];
  return fields && Object.hasOwn(fields, column) ? (fields[column] ?? null) : null;
}

/** The fields by which the history can be filtered: `table.column`. */
export const historyFilters = historyTableNames.flatMap((table) => {
  const about: Record<HistoryTable, string> = { organisation: '', partnership: '', partnership_kind: '', partnership_theme: '', partnership_tag: '', engagement: 'Engagement, ', contact: 'Interlocuteur, ', note: 'Note, ' };
  return Object.entries(historyTables[table]).map(([column, { label }]: [string, HistoryField]) => ({ value: `${table}.${column}`, label: about[table] ? `${about[table]}${label.charAt(0).toLowerCase()}${label.slice(1)}` : label }));
});
