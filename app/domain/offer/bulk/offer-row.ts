/** The columns of an offer that a file or a source fills, by their names in the table. */
export const offerContent = [
  'partnership_id', 'kind', 'audience', 'title', 'description', 'theme_codes', 'thematiques', 'service_type', 'romes', 'contract', 'working_time', 'weekly_hours', 'schedule', 'pay', 'starts_on', 'ends_on', 'duration', 'prepares', 'places',
  'level', 'experience', 'age_min', 'age_max', 'publics', 'schemes', 'is_handicap_friendly', 'conditions', 'documents', 'mobilisation_modes', 'mobilisable_by', 'mobilisation_text', 'mobilisation_url', 'cost', 'cost_text',
  'reception_modes', 'has_own_place', 'address_line', 'postcode', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision', 'zones', 'opens_on', 'closes_on', 'contact_name', 'contact_email', 'contact_phone',
  'source_id', 'source_url', 'holder_name', 'holder_siret',
] as const; // prettier-ignore
/** Where it stands in its life. */
export const offerStanding = ['state', 'state_since', 'published_at', 'confirmed_at', 'origin', 'came_by'] as const;

export type OfferContent = (typeof offerContent)[number];
/** A row as JSON: days are `YYYY-MM-DD`, lists are lists. */
export type OfferRow = Partial<Record<OfferContent | (typeof offerStanding)[number], unknown>>;

export const placeColumns = ['has_own_place', 'address_line', 'postcode', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision'] as const satisfies readonly OfferContent[];

const lists = ['theme_codes', 'thematiques', 'romes', 'publics', 'schemes', 'mobilisation_modes', 'mobilisable_by', 'reception_modes', 'zones'] as const satisfies readonly OfferContent[];

/** What a new row holds where nothing is said. */
export const emptyOfferRow: OfferRow = { ...Object.fromEntries(lists.map((name) => [name, []])), is_handicap_friendly: false, has_own_place: false, audience: 'agency' };

/** `weeklyHours` → `weekly_hours`, and back. */
export const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const fieldOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
