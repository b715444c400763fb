/** The values that every agency knows from the first day (an agency adds its own beside them). */
export const engagementForms = [
  ['emploi', 'Emploi'],
  ['alternance', 'Alternance'],
  ['immersion', 'Immersion (PMSMP)'],
  ['stage', 'Stage'],
  ['visite', 'Visite d’entreprise'],
  ['rencontre', 'Rencontre métier'],
  ['entretien_conseil', 'Entretien conseil'],
  ['simulation', 'Simulation d’entretien'],
  ['parrainage', 'Parrainage'],
  ['mecenat', 'Mécénat'],
  ['taxe_apprentissage', 'Taxe d’apprentissage'],
  ['accueil_evenement', 'Accueil d’évènement'],
] as const;

export const transportModes = [
  ['pied', 'À pied'],
  ['velo', 'Vélo'],
  ['trottinette', 'Trottinette'],
  ['bus', 'Bus ou car'],
  ['train', 'Train'],
  ['deux_roues', 'Scooter ou moto'],
  ['voiture', 'Voiture'],
  ['covoiturage', 'Covoiturage'],
] as const;

export const interactionOutcomes = [
  ['joint', 'Joint'],
  ['message_laisse', 'Message laissé'],
  ['pas_de_reponse', 'Pas de réponse'],
  ['a_rappeler', 'À rappeler'],
  ['interesse', 'Intéressé'],
  ['rendez_vous_pris', 'Rendez-vous pris'],
  ['pas_maintenant', 'Pas maintenant'],
  ['pas_interesse', 'Pas intéressé'],
] as const;

export const endReasons = [
  ['ferme', 'Organisation fermée'],
  ['demenage', 'Partie du territoire'],
  ['plus_de_besoin', 'Plus de besoin'],
  ['sans_reponse', 'Sans réponse depuis longtemps'],
  ['desaccord', 'Désaccord'],
  ['convention_terminee', 'Convention terminée, non renouvelée'],
  ['autre', 'Autre raison'],
] as const;
