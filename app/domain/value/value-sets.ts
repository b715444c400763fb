/**
 * The lists of values that an agency completes: a set of the network, the same for everybody, and its own beside it.
 * `table` is the database's name; `uses` are the tenant tables that point to a value, by their column.
 */
export const valueSets = {
  typologies: {
    table: 'organisation_kind', uses: [{ table: 'partnership_kind', column: 'kind_id', onePerPartner: true }],
    many: 'Typologies', one: 'typologie', feminine: true, example: 'Ferme pédagogique',
    says: 'Ce qu’est un partenaire : entreprise, association, organisme de formation…',
  },
  etiquettes: {
    table: 'tag', uses: [{ table: 'partnership_tag', column: 'tag_id', onePerPartner: true }],
    many: 'Étiquettes', one: 'étiquette', feminine: true, example: 'Forum de printemps',
    says: 'Vos mots à vous pour regrouper des partenaires.',
  },
  'formes-d-engagement': {
    table: 'engagement_form', uses: [{ table: 'engagement', column: 'form_id', onePerPartner: true }],
    many: 'Formes d’engagement', one: 'forme d’engagement', feminine: true, example: 'Chantier jeunes',
    says: 'Ce qu’un partenaire est prêt à faire : immersion, visite, parrainage…',
  },
  'moyens-de-transport': {
    table: 'transport_mode', uses: [],
    many: 'Moyens de transport', one: 'moyen de transport', feminine: false, example: 'Navette de la vallée',
    says: 'Comment on se rend chez un partenaire ou à une offre.',
  },
  'motifs-de-fin': {
    table: 'end_reason', uses: [{ table: 'partnership', column: 'end_reason_id', onePerPartner: false }],
    many: 'Motifs de fin', one: 'motif de fin', feminine: false, example: 'Fermeture saisonnière',
    says: 'Pourquoi un partenariat s’est terminé.',
  },
  'resultats-d-echange': {
    table: 'interaction_outcome', uses: [{ table: 'interaction', column: 'outcome_id', onePerPartner: false }],
    many: 'Résultats d’échange', one: 'résultat d’échange', feminine: false, example: 'À revoir au printemps',
    says: 'Ce qu’un appel ou une visite a donné : intéressé, à rappeler, pas de réponse…',
  },
} as const satisfies Record<string, ValueSet>;

export type ValueSet = {
  table: string;
  uses: readonly { table: string; column: string; onePerPartner: boolean }[];
  many: string;
  one: string;
  feminine: boolean;
  example: string;
  says: string;
};
export type ValueSetKey = keyof typeof valueSets;

export const isValueSet = (key: string | undefined): key is ValueSetKey => key !== undefined && Object.hasOwn(valueSets, key);

/** "Cette étiquette", "Ce motif de fin": the value in a sentence. */
export const thisValue = ({ one, feminine }: ValueSet) => `${feminine ? 'Cette' : 'Ce'} ${one}`;
