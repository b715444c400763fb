import type { ThemeCode } from '~/domain/organisation/themes';

type Family = { theme: ThemeCode; labels: Readonly<Record<string, string>> };

/**
 * What a service is about, as data.inclusion says it (schema v1): a family and a need, `mobilite--preparer-un-permis-de-conduire`. Each family is of one
 * of our seven themes. Source: the vocabulary published by the platform (pipeline/dbt/seeds/schema/v1/thematiques_v1.csv).
 */
const families: Readonly<Record<string, Family>> = {
  'choisir-un-metier': {
    theme: 'emploi',
    labels: {
      'confirmer-son-choix-de-metier': 'Confirmer son choix de métier',
      'connaitre-les-opportunites-demploi': 'Connaître les opportunités d’emploi',
      'decouvrir-un-metier-ou-un-secteur-dactivite': 'Découvrir un métier ou un secteur d’activité',
      'identifier-ses-points-forts-et-ses-competences': 'Identifier ses points forts et ses compétences',
    },
  },
  'creer-une-entreprise': {
    theme: 'emploi',
    labels: {
      'definir-son-projet-de-creation-dentreprise': 'Définir son projet de création d’entreprise',
      'developper-son-entreprise': 'Développer son entreprise',
      'structurer-son-projet-de-creation-dentreprise': 'Structurer son projet de création d’entreprise',
    },
  },
  'difficultes-administratives-ou-juridiques': {
    theme: 'citoyennete',
    labels: {
      'accompagnement-aux-demarches-administratives': 'Accompagnement aux démarches administratives',
      'accompagnement-pour-lacces-a-la-citoyennete': 'Accompagnement pour l’accès à la citoyenneté',
      'accompagnement-pour-lacces-aux-droits': 'Accompagnement pour l’accès aux droits',
      'beneficier-dune-mesure-daccompagnement-adapte': 'Bénéficier d’une mesure d’accompagnement adapté',
      'connaitre-ses-droits-face-a-une-discrimination': 'Connaître ses droits face à une discrimination',
      'prendre-en-compte-une-problematique-judiciaire': 'Prendre en compte une problématique judiciaire',
    },
  },
  'difficultes-financieres': {
    theme: 'citoyennete',
    labels: {
      'acquerir-une-autonomie-budgetaire': 'Acquérir une autonomie budgétaire',
      'ameliorer-sa-gestion-budgetaire': 'Améliorer sa gestion budgétaire',
      'mettre-en-place-une-mesure-de-protection-financiere': 'Mettre en place une mesure de protection financière',
      'prevenir-une-degradation-de-la-situation-financiere': 'Prévenir une dégradation de la situation financière',
      'situation-dendettement-surendettement': 'Situation d’endettement ou de surendettement',
    },
  },
  'equipement-et-alimentation': {
    theme: 'logement',
    labels: {
      'aide-menagere': 'Aide ménagère',
      alimentation: 'Alimentation',
      electromenager: 'Électroménager',
      habillement: 'Habillement',
    },
  },
  famille: {
    theme: 'citoyennete',
    labels: {
      'garde-denfants': 'Garde d’enfants',
      'prise-en-charge-personne-dependante': 'Prise en charge d’une personne dépendante',
      'soutien-a-la-parentalite-et-a-leducation': 'Soutien à la parentalité et à l’éducation',
      'soutien-aidants': 'Soutien aux aidants',
      'surmonter-conflits-separation-violence': 'Surmonter les conflits liés à la séparation ou à la violence',
    },
  },
  'lecture-ecriture-calcul': {
    theme: 'formation',
    labels: {
      'maitriser-le-calcul': 'Maîtriser le calcul',
      'maitriser-le-francais': 'Maîtriser le français',
    },
  },
  'logement-hebergement': {
    theme: 'logement',
    labels: {
      'acheter-un-logement': 'Acheter un logement',
      'changer-de-logement': 'Changer de logement',
      'louer-un-logement': 'Louer un logement',
      'rechercher-une-solution-dhebergement-temporaire': 'Rechercher une solution d’hébergement temporaire',
      'reduire-les-impayes-de-loyer': 'Réduire les impayés de loyer',
      'se-maintenir-dans-le-logement': 'Se maintenir dans le logement',
      'sinformer-sur-les-demarches-liees-a-lacces-au-logement': 'S’informer sur les démarches liées à l’accès au logement',
    },
  },
  mobilite: {
    theme: 'mobilite',
    labels: {
      'acceder-a-un-vehicule': 'Accéder à un véhicule',
      'entretenir-reparer-son-vehicule': 'Entretenir et réparer son véhicule',
      'etre-accompagne-dans-son-parcours-mobilite': 'Être accompagné dans son parcours mobilité',
      'financer-ma-mobilite': 'Financer ma mobilité',
      'preparer-un-permis-de-conduire': 'Préparer un permis de conduire',
      'utiliser-des-services-de-mobilite-partagee': 'Utiliser des services de mobilité partagée',
    },
  },
  numerique: {
    theme: 'formation',
    labels: {
      'acceder-a-des-services-en-ligne': 'Accéder à des services en ligne',
      'acceder-a-une-connexion-internet': 'Accéder à une connexion Internet',
      'acquerir-un-equipement': 'Acquérir un équipement',
      'maitriser-les-fondamentaux-du-numerique': 'Maîtriser les fondamentaux du numérique',
    },
  },
  'preparer-sa-candidature': {
    theme: 'emploi',
    labels: {
      'developper-son-reseau': 'Développer son réseau',
      'organiser-ses-demarches-de-recherche-demploi': 'Organiser ses démarches de recherche d’emploi',
      'realiser-un-cv-et-ou-une-lettre-de-motivation': 'Réaliser un CV et/ou une lettre de motivation',
      'valoriser-ses-competences': 'Valoriser ses compétences',
    },
  },
  remobilisation: {
    theme: 'loisirs',
    labels: {
      'activites-sportives-et-culturelles': 'Activités sportives et culturelles',
      'benevolat-action-citoyenne': 'Bénévolat et action citoyenne',
      'bien-etre-confiance-en-soi': 'Bien-être et confiance en soi',
      'lien-social': 'Lien social',
    },
  },
  sante: {
    theme: 'sante',
    labels: {
      'acces-aux-soins': 'Accès aux soins',
      addictions: 'Addictions',
      'constituer-un-dossier-mdph-invalidite': 'Constituer un dossier MDPH pour invalidité',
      'sante-mentale': 'Santé mentale',
      'sante-sexuelle': 'Santé sexuelle',
    },
  },
  'se-former': {
    theme: 'formation',
    labels: {
      'monter-son-dossier-de-formation': 'Monter son dossier de formation',
      'trouver-sa-formation': 'Trouver sa formation',
    },
  },
  'souvrir-a-linternational': {
    theme: 'mobilite',
    labels: {
      'connaitre-les-opportunites-demploi-a-letranger': 'Connaître les opportunités d’emploi à l’étranger',
      'sinformer-sur-les-aides-pour-travailler-a-letranger': 'S’informer sur les aides pour travailler à l’étranger',
      'sorganiser-suite-a-son-retour-en-france': 'S’organiser suite à son retour en France',
    },
  },
  'trouver-un-emploi': {
    theme: 'emploi',
    labels: {
      'convaincre-un-recruteur-en-entretien': 'Convaincre un recruteur en entretien',
      'faire-des-candidatures-spontanees': 'Faire des candidatures spontanées',
      'maintien-dans-lemploi': 'Maintien dans l’emploi',
      'repondre-a-des-offres-demploi': 'Répondre à des offres d’emploi',
      'suivre-ses-candidatures-et-relancer-les-employeurs': 'Suivre ses candidatures et relancer les employeurs',
    },
  },
};

const partsOf = (code: string) => {
  const [family = '', need = ''] = code.split('--');
  return { family: Object.hasOwn(families, family) ? families[family] : undefined, need };
};

/** The themes of these thematiques, each once; a family that the schema got since is left out. */
export const themesOfThematiques = (codes: readonly string[]): ThemeCode[] => [...new Set(codes.flatMap((code) => partsOf(code).family?.theme ?? []))];

function needLabel(code: string): string | [] {
  const { family, need } = partsOf(code);
  return family && Object.hasOwn(family.labels, need) ? family.labels[need]! : [];
}

/** Their labels, each once; a need that the schema got since, or has no more, is left out: its code is no French. */
export const labelsOfThematiques = (codes: readonly string[]): string[] => [...new Set(codes.flatMap((code) => needLabel(code)))];
