import type { TypedOffer } from '~/domain/offer/offer.schema';

type Sketch = TypedOffer & { kind: NonNullable<TypedOffer['kind']> };

/** What a partner of this activity (NAF) offers to youths. */
export const offersByActivity: Record<string, readonly Sketch[]> = {
  '10.71C': [
    { kind: 'apprenticeship', title: 'Apprenti ou apprentie en boulangerie', description: 'Préparer les pâtes, façonner, cuire. Le travail commence à 4 h.\n\n- CAP en deux ans\n- tenue fournie', prepares: 'CAP boulanger', romes: ['D1102'], contract: 'E2', level: '0', experience: 'D', ageMax: '29' },
    { kind: 'job', title: 'Vendeur ou vendeuse en boulangerie', description: 'Accueillir, conseiller, encaisser, mettre en vitrine.', romes: ['D1106'], contract: 'CDD', workingTime: 'part', weeklyHours: '24', schedule: 'Un matin sur deux, un week-end sur deux', experience: 'D' },
  ],
  '45.20A': [
    { kind: 'immersion', title: 'Découvrir la mécanique automobile', description: 'Deux semaines à l’atelier avec un mécanicien : entretien courant, pneus, diagnostic.', romes: ['I1604'], duration: '2 semaines', places: '1' },
    { kind: 'apprenticeship', title: 'Apprenti mécanicien ou apprentie mécanicienne auto', description: 'CAP maintenance des véhicules, rentrée de septembre.', prepares: 'CAP maintenance des véhicules', romes: ['I1604'], contract: 'E2', level: '0', ageMax: '29' },
  ],
  '43.99C': [
    { kind: 'job', title: 'Aide-maçon ou aide-maçonne', description: 'Préparer le mortier, approvisionner, ranger le chantier. On apprend le métier à qui est motivé.', romes: ['F1704'], contract: 'CDD', workingTime: 'full', weeklyHours: '35', experience: 'D', duration: '6 mois' },
    { kind: 'immersion', title: 'Une semaine sur un chantier de rénovation', description: 'Observer et aider une équipe de trois personnes. Chaussures de sécurité prêtées.', romes: ['F1703'], duration: '1 semaine', places: '2' },
  ],
  '43.22A': [{ kind: 'apprenticeship', title: 'Apprenti plombier ou apprentie plombière', description: 'Installer et dépanner chez les particuliers, avec un compagnon.', prepares: 'CAP monteur en installations sanitaires', romes: ['F1603'], contract: 'E2', level: '3', ageMax: '29' }],
  '56.10A': [
    { kind: 'job', title: 'Serveur ou serveuse en salle', description: 'Service du midi et du soir, en équipe. Formation sur place.', romes: ['G1803'], contract: 'SAI', workingTime: 'full', weeklyHours: '39', pay: 'SMIC hôtelier, repas compris', experience: 'D', ageMin: '18' },
    { kind: 'job', title: 'Commis ou commise de cuisine', description: 'Épluchage, mise en place, entrées et desserts.', romes: ['G1602'], contract: 'CDI', workingTime: 'full', weeklyHours: '35', level: '3' },
    { kind: 'immersion', title: 'Découvrir le service et la cuisine', description: 'Une semaine, la moitié en salle, la moitié en cuisine.', romes: ['G1803', 'G1602'], duration: '1 semaine', places: '1', ageMin: '16' },
  ],
  '55.10Z': [
    { kind: 'job', title: 'Employé ou employée d’étage', description: 'Préparer les chambres et les parties communes. Logement possible.', romes: ['G1501'], contract: 'SAI', workingTime: 'full', weeklyHours: '35', experience: 'D', conditions: 'Être disponible toute la saison.' },
    { kind: 'job', title: 'Serveur ou serveuse au petit-déjeuner', description: 'De 6 h 30 à 11 h, buffet et salle ; deux matins de repos par semaine.', romes: ['G1803'], contract: 'CDD', workingTime: 'part', weeklyHours: '22', experience: 'D', ageMin: '18' },
    { kind: 'apprenticeship', title: 'Réception en alternance', description: 'Accueil, réservations, téléphone ; anglais souhaité.', prepares: 'Titre professionnel réceptionniste en hôtellerie', romes: ['G1703'], contract: 'FS', level: '4' },
  ],
  '47.11D': [{ kind: 'job', title: 'Employé ou employée de libre-service', description: 'Mise en rayon le matin, caisse l’après-midi.', romes: ['D1507', 'D1505'], contract: 'CDD', workingTime: 'part', weeklyHours: '28', experience: 'D' }],
  '96.02A': [
    { kind: 'apprenticeship', title: 'CAP coiffure en apprentissage', description: 'Shampoings, couleurs, accueil ; une cliente modèle par semaine.', prepares: 'CAP métiers de la coiffure', romes: ['D1202'], contract: 'E2', level: '0', ageMax: '25' },
    { kind: 'internship', title: 'Stage découverte en salon de coiffure', description: 'Une semaine pour voir le métier de près.', romes: ['D1202'], duration: '1 semaine', places: '1' },
  ],
  '25.62B': [
    { kind: 'apprenticeship', title: 'Usinage en alternance', description: 'Bac pro ou BTS, machines à commande numérique.', prepares: 'Bac pro usinage, ou BTS', romes: ['H2903'], contract: 'E2', level: '4' },
    { kind: 'internship', title: 'Stage en atelier de mécanique de précision', description: 'Lire un plan, mesurer, régler une machine avec son tuteur.', romes: ['H2903'], duration: '3 semaines', places: '2' },
  ],
  '01.50Z': [{ kind: 'job', title: 'Saison au maraîchage', description: 'Plantation, récolte, préparation des paniers. Dehors par tous les temps.', romes: ['A1414'], contract: 'SAI', workingTime: 'full', weeklyHours: '35', experience: 'D' }],
  '49.41A': [{ kind: 'job', title: 'Préparateur ou préparatrice de commandes', description: 'Entrepôt, charges jusqu’à 15 kg ; le CACES peut être passé sur place.', romes: ['N1103'], contract: 'MIS', workingTime: 'full', weeklyHours: '35', experience: 'D', ageMin: '18' }],
  '88.10A': [
    { kind: 'job', title: 'Aide à domicile', description: 'Ménage, courses, repas auprès de personnes âgées. Voiture ou scooter utile.', romes: ['K1304', 'K1302'], contract: 'CDI', workingTime: 'part', weeklyHours: '24', experience: 'D', ageMin: '18' },
    { kind: 'immersion', title: 'Accompagner une aide à domicile', description: 'Trois jours de tournée en binôme.', romes: ['K1304'], duration: '3 jours', places: '1', ageMin: '18' },
  ],
  '81.21Z': [{ kind: 'job', title: 'Agent ou agente de propreté', description: 'Bureaux, le matin de 6 h à 9 h.', romes: ['K2204'], contract: 'CDI', workingTime: 'part', weeklyHours: '15', experience: 'D' }],
};

/** What other kinds of partners offer. */
export const offersByKind: Record<string, readonly Sketch[]> = {
  organisme_formation: [
    { kind: 'training', title: 'Remise à niveau et projet', description: 'Français, calcul, numérique, et deux stages en entreprise.', pay: 'Par la Région, selon la situation', themes: ['formation'], duration: '3 mois', places: '12', serviceType: 'formation', cost: 'gratuit', schemes: ['cej', 'pacea'], documents: 'Pièce d’identité, CV' },
    { kind: 'training', title: 'Certificat « Savoirs de base »', description: 'Entrée toutes les six semaines, rémunérée par la Région.', prepares: 'Certificat CléA', pay: 'Par la Région, selon la situation', themes: ['formation'], duration: '10 semaines', places: '15', serviceType: 'formation', cost: 'gratuit' },
  ],
  cfa: [{ kind: 'training', title: 'Prépa apprentissage', description: 'Essayer trois métiers en atelier, chercher son entreprise avec un formateur.', themes: ['formation'], duration: '6 semaines', places: '10', serviceType: 'formation', cost: 'gratuit', ageMin: '16', ageMax: '29' }],
  logement: [{ kind: 'service', title: 'Chambre en résidence pour jeunes', description: 'Chambre meublée de 15 à 20 m², aides au logement possibles.', themes: ['logement'], serviceType: 'aide-materielle', cost: 'payant', costText: 'à partir de 320 € par mois, avant aides', ageMin: '18', ageMax: '30', documents: 'Pièce d’identité, dernier bulletin de salaire ou attestation' }],
  sante: [{ kind: 'service', title: 'Consultation d’écoute pour les 12-25 ans', description: 'Un psychologue reçoit sans rendez-vous le mercredi. Confidentiel.', themes: ['sante'], serviceType: 'accompagnement', cost: 'gratuit', ageMin: '12', ageMax: '25', mobilisationModes: ['se-presenter', 'telephoner'] }],
  mobilite: [
    { kind: 'service', title: 'Location de scooter à 4 € par jour', description: 'Pour aller travailler ou se former. Prêt du casque.', themes: ['mobilite'], serviceType: 'aide-materielle', cost: 'payant', costText: '4 € par jour, caution de 100 €', ageMin: '16', conditions: 'Permis AM ou BSR, contrat de travail ou de formation' },
    { kind: 'service', title: 'Code de la route accompagné', description: 'Dix séances en petit groupe, puis l’examen.', themes: ['mobilite'], serviceType: 'atelier', cost: 'gratuit', places: '8' },
  ],
  association: [{ kind: 'service', title: 'Sport et culture à petit prix', description: 'Carte à 10 € l’année : piscine, salle de sport, spectacles.', themes: ['loisirs'], serviceType: 'aide-financiere', cost: 'payant', costText: '10 € par an' }],
  siae_aci: [{ kind: 'job', title: 'Chantier d’insertion : espaces verts', description: 'Contrat de six mois renouvelable, avec un accompagnement chaque semaine.', romes: ['A1203'], contract: 'DDI', workingTime: 'part', weeklyHours: '26', experience: 'D', schemes: ['cej', 'rsa'] }],
  entreprise_adaptee: [{ kind: 'job', title: 'Conditionnement', description: 'Poste assis, petits lots, équipe de six.', romes: ['H3302'], contract: 'CDD', workingTime: 'full', weeklyHours: '35', experience: 'D', isHandicapFriendly: 'oui' }],
};

/** What the agency itself offers. */
export const ownOffers: readonly Sketch[] = [
  { kind: 'workshop', title: 'Atelier CV', description: 'Repartir avec un CV à jour et une lettre type. Venir avec une clé USB ou son téléphone.', themes: ['emploi'], places: '8', duration: '2 heures', cost: 'gratuit', serviceType: 'atelier', audience: 'agency', hasOwnPlace: 'oui', addressLine: 'Maison de quartier, allée des Charmes', postcode: '65000', communeCode: '65440' },
  { kind: 'workshop', title: 'Réussir son entretien', description: 'Simulations filmées avec des recruteurs bénévoles.', themes: ['emploi'], places: '6', duration: 'une demi-journée', cost: 'gratuit', serviceType: 'atelier', audience: 'region', hasOwnPlace: 'oui', addressLine: 'Salle du Vieux-Pont, 3 quai du Gave', postcode: '65100', communeCode: '65286' },
  { kind: 'workshop', title: 'Premiers pas avec l’ordinateur', description: 'Messagerie, espace personnel, démarches en ligne.', themes: ['formation', 'citoyennete'], places: '8', duration: '3 séances', cost: 'gratuit', serviceType: 'atelier', audience: 'agency' },
  { kind: 'workshop', title: 'Budget et banque en ligne', description: 'Lire une fiche de paie, prévoir son mois, éviter les frais. En visioconférence.', themes: ['citoyennete'], places: '12', duration: '2 heures', cost: 'gratuit', serviceType: 'atelier', receptionModes: ['a-distance'], audience: 'network' },
  { kind: 'service', title: 'Prêt de tenues pour un entretien', description: 'Un vestiaire à l’accueil, retouches comprises.', themes: ['emploi'], cost: 'gratuit', serviceType: 'aide-materielle', audience: 'agency' },
  { kind: 'mentoring', title: 'Un parrain ou une marraine pour six mois', description: 'Une personne en activité ou retraitée, qui connaît un métier et ouvre son carnet d’adresses.', themes: ['emploi'], duration: '6 mois', audience: 'agency' },
];
