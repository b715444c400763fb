/**
 * How the audit trail reads in French: each column that a person may care for, its label, what its values mean, and whether
 * an old value may be put back. A column that is not here is not told (keys, dates of the machine, what a label says already).
 */
export type ValueKind = 'text' | 'label' | 'phone' | 'siret' | 'yesNo' | 'stage' | 'readiness' | 'date' | 'hours' | 'number' | 'months' | 'headcount' | 'exchange' | 'direction' | 'moment' | 'patronage' | 'euros' | 'agreement' | 'renewal' | 'channel';
export type HistoryField = { label: string; kind?: ValueKind; /** Prisma's name of the column when an old value may be put back. */ restores?: string; /** Told when it changes; no fact of a record as it stands. */ isChangeOnly?: true };

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
    has_youth_label: { label: 'Label « Je m’engage pour la jeunesse »', kind: 'yesNo', restores: 'hasYouthLabel' },
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
    parent_id: { label: 'Groupe ou fédération', kind: 'label' },
    closed_on: { label: 'Fermée le', kind: 'date' },
    merged_into_id: { label: 'Fusionnée par le réseau avec', kind: 'label', isChangeOnly: true },
  },
  national_agreement: {
    title: { label: 'Titre' },
    starts_on: { label: 'Commence le', kind: 'date' },
    ends_on: { label: 'Se termine le', kind: 'date' },
    ended_on: { label: 'Arrêté le', kind: 'date' },
    form_ids: { label: 'Formes concernées', kind: 'label' },
    says: { label: 'Ce qu’il prévoit' },
    link: { label: 'Lien' },
    contact_name: { label: 'Contact du groupe' },
  },
  partnership: {
    stage: { label: 'Étape', kind: 'stage' },
    end_reason_id: { label: 'Raison de la fin', kind: 'label' },
    officer_id: { label: 'Personne référente', kind: 'label', restores: 'officerId' },
    site_id: { label: 'Site de la Mission Locale', kind: 'label', restores: 'siteId' },
    external_id: { label: 'Votre numéro', restores: 'externalId' },
    organisation_id: { label: 'Organisme, fusionné par le réseau', kind: 'label', isChangeOnly: true },
  },
  partnership_kind: { kind_id: { label: 'Autre typologie', kind: 'label' } },
  partnership_theme: { theme_code: { label: 'Thématique', kind: 'label' } },
  partnership_tag: { tag_id: { label: 'Étiquette', kind: 'label' } },
  engagement: {
    readiness: { label: 'Où en est-on', kind: 'readiness' },
    capacity_per_month: { label: 'Capacité par mois', kind: 'number' },
    months: { label: 'Mois possibles', kind: 'months' },
    romes: { label: 'Métiers' },
    public_text: { label: 'Pour qui' },
    comment: { label: 'Précisions' },
    said_by: { label: 'Dit par' },
    said_on: { label: 'Dit le', kind: 'date' },
  },
  contact: {
    first_name: { label: 'Prénom', restores: 'firstName' },
    last_name: { label: 'Nom', restores: 'lastName' },
    job_title: { label: 'Fonction', restores: 'jobTitle' },
    phone: { label: 'Téléphone', kind: 'phone', restores: 'phone' },
    email: { label: 'Courriel', restores: 'email' },
    preference: { label: 'Préférence', restores: 'preference' },
    channel: { label: 'À joindre plutôt par', kind: 'channel' },
    origin: { label: 'Comment on la connaît', restores: 'origin' },
    informed_on: { label: 'Informée le', kind: 'date' },
    is_main: { label: 'À joindre en premier', kind: 'yesNo' },
    left_at: { label: 'A quitté l’organisation le', kind: 'date' },
    deleted_at: { label: 'Supprimé le', kind: 'date', restores: 'deletedAt' },
  },
  interaction: {
    kind: { label: 'Type', kind: 'exchange' },
    direction: { label: 'À l’initiative de', kind: 'direction' },
    happened_at: { label: 'Date', kind: 'moment' },
    outcome_id: { label: 'Résultat', kind: 'label' },
    body: { label: 'Texte' },
    is_pinned: { label: 'Gardé en haut', kind: 'yesNo' },
    deleted_at: { label: 'Supprimé le', kind: 'date', restores: 'deletedAt' },
  },
  interaction_contact: { contact_id: { label: 'Avec', kind: 'label' } },
  interaction_colleague: { user_id: { label: 'Avec, de notre côté', kind: 'label' } },
  interaction_file: { file_id: { label: 'Fichier', kind: 'label' }, removed_at: { label: 'Retiré le', kind: 'date' } },
  patronage: {
    kind: { label: 'Nature', kind: 'patronage' },
    year: { label: 'Année', kind: 'number' },
    amount: { label: 'Montant', kind: 'euros' },
    purpose: { label: 'Pour quoi', restores: 'purpose' },
    contact_id: { label: 'Interlocuteur', kind: 'label' },
    promised_on: { label: 'Promis le', kind: 'date' },
    received_on: { label: 'Reçu le', kind: 'date' },
    receipt_on: { label: 'Reçu fiscal remis le', kind: 'date' },
    receipt_number: { label: 'Numéro du reçu fiscal', restores: 'receiptNumber' },
    renewal_on: { label: 'À reproposer le', kind: 'date' },
    comment: { label: 'Commentaire', restores: 'comment' },
    deleted_at: { label: 'Supprimé le', kind: 'date', restores: 'deletedAt' },
  },
  agreement: {
    title: { label: 'Titre', restores: 'title' },
    state: { label: 'Où en est-on', kind: 'agreement' },
    starts_on: { label: 'Commence le', kind: 'date' },
    ends_on: { label: 'Se termine le', kind: 'date' },
    signed_on: { label: 'Signée le', kind: 'date' },
    renewal: { label: 'Reconduction', kind: 'renewal' },
    notice_days: { label: 'Préavis en jours', kind: 'number' },
    comment: { label: 'Commentaire', restores: 'comment' },
    deleted_at: { label: 'Supprimée le', kind: 'date', restores: 'deletedAt' },
  },
  agreement_party: { agreement_id: { label: 'Partie à une convention', kind: 'label' } },
  agreement_form: { form_id: { label: 'Forme couverte', kind: 'label' } },
  agreement_file: { file_id: { label: 'Fichier', kind: 'label' }, removed_at: { label: 'Retiré le', kind: 'date' } },
  task: {
    title: { label: 'À faire' },
    due_on: { label: 'Pour le', kind: 'date' },
    assignee_id: { label: 'Confiée à', kind: 'label' },
    done_at: { label: 'Faite le', kind: 'date' },
    deleted_at: { label: 'Supprimée le', kind: 'date', restores: 'deletedAt' },
  },
} as const satisfies Record<string, Record<string, HistoryField>>;

export type HistoryTable = keyof typeof historyTables;
export const historyTableNames = Object.keys(historyTables) as HistoryTable[];

/** Tables that had another name when some of their entries were written: the trail is never rewritten, it is read by both. */
export const formerNames: Partial<Record<HistoryTable, string>> = { interaction: 'note' };

/** Columns that are put back together: half of an address with half of another is no address. */
export const addressColumns = ['address_line', 'address_extra', 'postcode', 'cedex', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision'];

export function historyField(table: string, column: string): HistoryField | null {
  const fields: Record<string, HistoryField> | undefined = historyTables[table as HistoryTable];
  return fields && Object.hasOwn(fields, column) ? (fields[column] ?? null) : null;
}

/** What a record is about, and the tables that tell it, in the order of the screen. */
export const subjects: readonly { name: string; title: string; tables: readonly HistoryTable[] }[] = [
  { name: 'organisation', title: 'L’organisation', tables: ['organisation'] },
  { name: 'partenariat', title: 'Le partenariat', tables: ['partnership', 'partnership_kind', 'partnership_theme', 'partnership_tag'] },
  { name: 'engagements', title: 'Engagements', tables: ['engagement'] },
  { name: 'interlocuteurs', title: 'Interlocuteurs', tables: ['contact'] },
  { name: 'echanges', title: 'Échanges', tables: ['interaction', 'interaction_contact', 'interaction_colleague', 'interaction_file'] },
  { name: 'taches', title: 'Tâches', tables: ['task'] },
  { name: 'conventions', title: 'Conventions', tables: ['agreement', 'agreement_party', 'agreement_form', 'agreement_file'] },
  { name: 'mecenat', title: 'Mécénat', tables: ['patronage'] },
  { name: 'accords-nationaux', title: 'Accords nationaux', tables: ['national_agreement'] },
];

/** By what the history can be filtered: a whole subject (its name), or one of its fields (`table.column`). */
export const historyFilters = subjects.map(({ name, title, tables }) => ({
  label: title,
  options: [
    { value: name, label: `${title} : tout` },
    ...tables.flatMap((table) => Object.entries(historyTables[table]).map(([column, { label }]: [string, HistoryField]) => ({ value: `${table}.${column}`, label }))),
  ],
}));
