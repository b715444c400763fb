/**
 * The words of data.inclusion for services, schema v1: what an offer keeps are its codes, so that services come from there and
 * go back without a translation table. Source: the schema published by the platform (pipeline/dbt/seeds/schema/v1).
 */
export const serviceTypes = {
  accompagnement: 'Accompagnement',
  'aide-financiere': 'Aide financière',
  'aide-materielle': 'Aide matérielle',
  atelier: 'Atelier',
  formation: 'Formation',
  information: 'Information',
} as const;

export const costs = { gratuit: 'Gratuit', payant: 'Payant' } as const;

export const receptionModes = { 'en-presentiel': 'Sur place', 'a-distance': 'À distance' } as const;

/** How a youth, or whoever counsels them, gets in. */
export const mobilisationModes = {
  'envoyer-un-courriel': 'Envoyer un courriel',
  telephoner: 'Téléphoner',
  'se-presenter': 'Se présenter',
  'utiliser-lien-mobilisation': 'Utiliser le lien d’inscription',
} as const;

export const mobilisers = { usagers: 'Les jeunes', professionnels: 'Les personnes qui les accompagnent' } as const;

export const publics = {
  jeunes: 'Jeunes',
  'demandeurs-emploi': 'Demandeurs d’emploi',
  actifs: 'Actifs',
  etudiants: 'Étudiants',
  femmes: 'Femmes',
  familles: 'Familles',
  'beneficiaires-des-minimas-sociaux': 'Bénéficiaires de minima sociaux',
  'personnes-en-situation-de-handicap': 'Personnes en situation de handicap',
  'personnes-exilees': 'Personnes exilées',
  'personnes-en-situation-durgence': 'Personnes en situation d’urgence',
  'personnes-en-situation-juridique-specifique': 'Personnes sous main de justice ou sortant de détention',
  'residents-qpv-frr': 'Habitants d’un quartier prioritaire ou d’une commune rurale (QPV, FRR)',
  seniors: 'Séniors',
} as const;

/** The codes of a vocabulary, for a schema. */
export const codesOf = <T extends Record<string, string>>(vocabulary: T) => Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]];
