/**
 * The words of work offers. Codes are those of France Travail's offers (API « Offres d’emploi » v2: `typeContrat`, `natureContrat`,
 * `experienceExige`) where it has one, so that its offers come in without a translation table.
 */
export const contracts = {
  CDI: 'CDI',
  CDD: 'CDD',
  MIS: 'Intérim',
  SAI: 'Saisonnier',
  CCE: 'Profession commerciale',
  FRA: 'Franchise',
  LIB: 'Profession libérale',
  REP: 'Reprise d’entreprise',
  DDI: 'CDD d’insertion (CDDI)',
  DIN: 'CDI intérimaire',
  E2: 'Contrat d’apprentissage',
  FS: 'Contrat de professionnalisation',
} as const;

/** Those that a person chooses by hand; the others only come from elsewhere. */
export const usualContracts = ['CDI', 'CDD', 'MIS', 'SAI', 'DDI'] as const;
export const apprenticeContracts = ['E2', 'FS'] as const;

export const workingTimes = { full: 'Temps plein', part: 'Temps partiel', choice: 'Temps plein ou partiel' } as const;

/** What experience is asked for: `D` beginners are welcome, `S` some is liked, `E` it is required (France Travail). */
export const experiences = { D: 'Débutant accepté', S: 'Expérience souhaitée', E: 'Expérience exigée' } as const;

/** The highest level asked for, by the national framework of qualifications (décret 2019-14): 3 is a CAP, 4 a bac… `0` asks for none. */
export const levels = {
  '0': 'Sans diplôme',
  '3': 'CAP, BEP (niveau 3)',
  '4': 'Bac, bac pro (niveau 4)',
  '5': 'Bac + 2 (niveau 5)',
  '6': 'Bac + 3 ou 4 (niveau 6)',
  '7': 'Bac + 5 (niveau 7)',
} as const;

/** Schemes that a youth may be in and an offer may be kept for. */
export const schemes = {
  cej: 'Contrat d’engagement jeune (CEJ)',
  pacea: 'PACEA',
  garantie: 'Accompagnement intensif',
  obligation: 'Obligation de formation (16-18 ans)',
  rsa: 'RSA',
  'cej-rupture': 'CEJ, jeunes en rupture',
} as const;
