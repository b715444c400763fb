import type { ExchangeKind } from '~/domain/exchange/exchange-kinds';

/** An exchange of the demonstration: {prenom} is the main contact. `outcome` is a code of the network's set. */
export type DemoExchange = { kind: ExchangeKind; body: string; outcome?: string; next?: string };

/** What officers wrote on their partners. Nothing here is about a young person. */
export const firstExchanges: readonly DemoExchange[] = [
  { kind: 'call', body: 'Premier échange avec {prenom} par téléphone. Bon accueil, souhaite en savoir plus sur les immersions.', outcome: 'interesse', next: 'Envoyer la plaquette des immersions' },
  { kind: 'visit', body: 'Rencontre sur place. {prenom} présente l’équipe et les métiers. Prêt à recevoir un jeune pour une semaine.', outcome: 'interesse' },
  { kind: 'event', body: 'Contact pris au forum de printemps. Rappeler à la rentrée.', outcome: 'a_rappeler' },
  { kind: 'meeting', body: 'Passage à l’agence de {prenom}. Cherche quelqu’un de motivé plutôt que d’expérimenté.', outcome: 'interesse', next: 'Proposer deux profils' },
  { kind: 'email', body: 'Courriel envoyé avec la plaquette. Sans réponse pour le moment.', outcome: 'pas_de_reponse', next: 'Relancer par téléphone' },
  { kind: 'note', body: 'Recommandé par un partenaire voisin. {prenom} connaît déjà la Mission Locale.' },
];

export const workExchanges: readonly DemoExchange[] = [
  { kind: 'call', body: 'Deux immersions ont eu lieu ce trimestre, retours très positifs de l’équipe.', outcome: 'joint' },
  { kind: 'note', body: '{prenom} demande à recevoir les propositions par courriel, avec un rappel téléphonique.' },
  { kind: 'note', body: 'Pas d’accueil possible pendant les congés d’août.' },
  { kind: 'visit', body: 'Visite d’entreprise faite avec un groupe de huit. À refaire l’an prochain.' },
  { kind: 'call', body: 'Recrute pour la saison : penser à proposer dès octobre.\n- deux personnes au service\n- une en cuisine', outcome: 'a_rappeler', next: 'Proposer des candidatures pour la saison' },
  { kind: 'note', body: 'Accès en bus : ligne 2, arrêt à cinq minutes à pied. Horaires décalés possibles.' },
  { kind: 'email', body: 'Demande d’être prévenu la veille, les clés sont chez la voisine du bureau.' },
  { kind: 'event', body: 'A participé aux simulations d’entretien. Très bons conseils, direct et bienveillant.' },
  { kind: 'note', body: 'Nouvelle adresse de courriel notée. L’ancienne revenait en erreur.' },
  { kind: 'meeting', body: 'Souhaite rencontrer d’autres entreprises qui accueillent. Inviter au prochain petit-déjeuner.', outcome: 'interesse', next: 'Inviter au petit-déjeuner des entreprises' },
  { kind: 'call', body: 'Peut prendre une personne en alternance à la rentrée si le contrat est prêt avant juillet.', outcome: 'interesse', next: 'Préparer le contrat d’alternance' },
  { kind: 'call', body: '{prenom} accepte de parler de son métier devant un groupe. Environ une heure.', outcome: 'rendez_vous_pris', next: 'Caler la date de la rencontre métier' },
];

export const endExchanges: readonly DemoExchange[] = [
  { kind: 'call', body: '{prenom} a quitté la structure, personne n’a repris le sujet.', outcome: 'pas_interesse' },
  { kind: 'call', body: 'Activité réduite cette année : on se reparle si cela repart.', outcome: 'pas_maintenant' },
  { kind: 'letter', body: 'Fin d’activité annoncée par courrier.' },
  { kind: 'call', body: 'Pas de réponse à trois relances. Mis en veille.', outcome: 'pas_de_reponse' },
];

export const engagementComments: readonly (string | null)[] = [null, null, null, 'pas en août', 'plutôt le matin', 'groupe de huit au plus', 'rentrée de septembre', 'avec un tuteur volontaire', 'dit au téléphone'];

/** Whom an engagement suits, when somebody said it. */
export const suitedPublic: readonly string[] = ['à partir de 18 ans', 'même sans expérience', 'permis B apprécié', 'jeunes du secteur', 'en binôme avec une personne de l’équipe'];
