/**
 * The lists of values that an agency completes: a set of the network, the same for everybody, and its own beside it.
 * `table` is the database's name; `uses` are the private tables that point to a value: all of them, a test reads the catalogue
 * (tests/integration/settings/values.test.ts). `once` names what holds a value once, by its column: null, a row points to one value.
 */
export const valueSets = {
  typologies: {
    table: 'organisation_kind', uses: [{ table: 'partnership_kind', column: 'kind_id', once: 'partnership_id', user: 'partenaire' }],
    many: 'Typologies', one: 'typologie', feminine: true, example: 'Ferme pédagogique',
    says: 'Ce qu’est un partenaire : entreprise, association, organisme de formation…',
  },
  etiquettes: {
    table: 'tag', uses: [{ table: 'partnership_tag', column: 'tag_id', once: 'partnership_id', user: 'partenaire' }],
    many: 'Étiquettes', one: 'étiquette', feminine: true, example: 'Forum de printemps',
    says: 'Vos mots à vous pour regrouper des partenaires.',
  },
  'formes-d-engagement': {
    table: 'engagement_form', uses: [{ table: 'engagement', column: 'form_id', once: 'partnership_id', user: 'partenaire' }, { table: 'agreement_form', column: 'form_id', once: 'agreement_id', user: 'convention' }],
    many: 'Formes d’engagement', one: 'forme d’engagement', feminine: true, example: 'Chantier jeunes',
    says: 'Ce qu’un partenaire est prêt à faire : immersion, visite, parrainage…',
  },
  'moyens-de-transport': {
    table: 'transport_mode', uses: [],
    many: 'Moyens de transport', one: 'moyen de transport', feminine: false, example: 'Navette de la vallée',
    says: 'Comment on se rend chez un partenaire ou à une offre.',
  },
  'motifs-de-fin': {
    table: 'end_reason', uses: [{ table: 'partnership', column: 'end_reason_id', once: null, user: 'partenaire' }],
    many: 'Motifs de fin', one: 'motif de fin', feminine: false, example: 'Fermeture saisonnière',
    says: 'Pourquoi un partenariat s’est terminé.',
  },
  'resultats-d-echange': {
    table: 'interaction_outcome', uses: [{ table: 'interaction', column: 'outcome_id', once: null, user: 'échange' }],
    many: 'Résultats d’échange', one: 'résultat d’échange', feminine: false, example: 'À revoir au printemps',
    says: 'Ce qu’un appel ou une visite a donné : intéressé, à rappeler, pas de réponse…',
  },
} as const satisfies Record<string, ValueSet>;

export type ValueUse = { table: string; column: string; once: string | null; user: string };
export type ValueSet = {
  table: string;
  uses: readonly ValueUse[];
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

/** « 2 partenaires et 1 convention »: what has a value, `counts` in the order of its set's uses; empty when nothing has. */
export function usersInWords({ uses }: ValueSet, counts: readonly number[]): string {
  const words = uses.flatMap(({ user }, rank) => {
    const count = counts[rank] ?? 0;
    return count > 0 ? [`${count} ${user}${count > 1 ? 's' : ''}`] : [];
  });
  return words.join(' et ');
}
