/** What officers wrote on their partners; {prenom} is the main contact. Nothing here is about a young person. */
export const firstNotes = [
  'Premier échange avec {prenom} par téléphone. Bon accueil, souhaite en savoir plus sur les immersions.',
  'Rencontre sur place. {prenom} présente l’équipe et les métiers. Prêt à recevoir un jeune pour une semaine.',
  'Contact pris au forum de printemps. Rappeler à la rentrée.',
  'Passage à l’agence de {prenom}. Cherche quelqu’un de motivé plutôt que d’expérimenté.',
  'Courriel envoyé avec la plaquette. Sans réponse pour le moment.',
  'Recommandé par un partenaire voisin. {prenom} connaît déjà la Mission Locale.',
];

export const workNotes = [
  'Deux immersions ont eu lieu ce trimestre, retours très positifs de l’équipe.',
  '{prenom} demande à recevoir les propositions par courriel, avec un rappel téléphonique.',
  'Pas d’accueil possible pendant les congés d’août.',
  'Visite d’entreprise faite avec un groupe de huit. À refaire l’an prochain.',
  'Recrute pour la saison : penser à proposer dès octobre.',
  'Accès en bus : ligne 2, arrêt à cinq minutes à pied. Horaires décalés possibles.',
  'Demande d’être prévenu la veille, les clés sont chez la voisine du bureau.',
  'A participé aux simulations d’entretien. Très bons conseils, direct et bienveillant.',
  'Nouvelle adresse de courriel notée. L’ancienne revenait en erreur.',
  'Souhaite rencontrer d’autres entreprises qui accueillent. Inviter au prochain petit-déjeuner.',
  'Peut prendre une personne en alternance à la rentrée si le contrat est prêt avant juillet.',
  '{prenom} accepte de parler de son métier devant un groupe. Environ une heure.',
];

export const endNotes = ['{prenom} a quitté la structure, personne n’a repris le sujet.', 'Activité réduite cette année : on se reparle si cela repart.', 'Fin d’activité annoncée par courrier.', 'Pas de réponse à trois relances. Mis en veille.'];

export const engagementComments: readonly (string | null)[] = [null, null, null, 'pas en août', 'plutôt le matin', 'groupe de huit au plus', 'rentrée de septembre', 'avec un tuteur volontaire', 'dit au téléphone'];
