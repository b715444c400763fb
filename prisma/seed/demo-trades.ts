import type { KindCode } from '~/domain/organisation/kinds';
import type { ThemeCode } from '~/domain/organisation/themes';

/** A sort of partner of the demonstration. In names: {nom} a family name, {lieu} an invented place, {mot} a fine word, {commune} an invented commune. */
export type Trade = {
  kind: KindCode;
  count: number;
  names: readonly string[];
  themes: readonly ThemeCode[];
  /** Forms of engagement by their code, the likeliest first. */
  forms: readonly string[];
  does: string;
  jobs: readonly string[];
  naf?: string;
  /** Its trades, by their ROME code. */
  romes?: readonly string[];
  sizes?: readonly string[];
  hours?: string;
  /** An association or a small structure may have no SIRET. */
  withoutSiret?: true;
};

const shop = 'Du mardi au samedi 7h-13h et 15h30-19h';
const office = 'Du lundi au vendredi 9h-12h et 14h-17h';
const workshop = 'Du lundi au vendredi 8h-12h et 14h-18h';
const small = ['01', '02', '03'] as const;
const middle = ['03', '11', '12'] as const;
const large = ['12', '21', '22'] as const;
const hiring = ['immersion', 'stage', 'alternance', 'emploi', 'visite', 'rencontre', 'simulation'] as const;
const training = ['visite', 'rencontre', 'entretien_conseil', 'accueil_evenement'] as const;
const social = ['entretien_conseil', 'visite', 'accueil_evenement'] as const;
const owner = ['gérante', 'gérant', 'associée', 'chef d’atelier'] as const;
const head = ['directrice', 'directeur', 'responsable', 'coordinatrice', 'chargé de mission'] as const;
const hr = ['responsable des ressources humaines', 'chargée de recrutement', 'directeur de site', 'cheffe d’équipe'] as const;

export const trades: readonly Trade[] = [
  { kind: 'entreprise', naf: '10.71C', romes: ['D1102', 'D1104'], count: 16, names: ['Boulangerie {nom}', 'Le Fournil {lieu}', 'Aux Pains {lieu}', 'Boulangerie-pâtisserie {nom}'], themes: ['emploi', 'formation'], forms: hiring, does: 'Boulangerie et pâtisserie, apprentis tous les ans.', jobs: owner, sizes: small, hours: shop },
  { kind: 'entreprise', naf: '45.20A', romes: ['I1604', 'I1606'], count: 18, names: ['Garage {nom}', 'Auto {lieu}', 'Carrosserie {nom}', 'Garage {lieu}', 'Pneus {nom}'], themes: ['emploi', 'mobilite'], forms: hiring, does: 'Mécanique, carrosserie et entretien de véhicules.', jobs: owner, sizes: small, hours: workshop },
  { kind: 'entreprise', naf: '43.99C', romes: ['F1703', 'F1501'], count: 20, names: ['Maçonnerie {nom}', 'Bâtir {lieu}', '{nom} Rénovation', 'Charpentes {nom}', 'Entreprise {nom} et fils'], themes: ['emploi', 'formation'], forms: hiring, does: 'Maçonnerie, charpente et rénovation de maisons.', jobs: owner, sizes: middle, hours: workshop },
  { kind: 'entreprise', naf: '43.22A', romes: ['F1603', 'F1602'], count: 12, names: ['Plomberie {nom}', '{nom} Chauffage', 'Énergies {lieu}', 'Électricité {nom}'], themes: ['emploi'], forms: hiring, does: 'Plomberie, chauffage, électricité du bâtiment.', jobs: owner, sizes: small, hours: workshop },
  { kind: 'entreprise', naf: '56.10A', romes: ['G1602', 'G1803'], count: 18, names: ['Restaurant {lieu}', 'La Table {lieu}', 'Auberge {lieu}', 'Brasserie {nom}', 'Chez {nom}'], themes: ['emploi'], forms: ['immersion', 'emploi', 'alternance', 'stage', 'rencontre'], does: 'Restaurant, cuisine et service en salle, renforts en saison.', jobs: owner, sizes: small, hours: 'Du mercredi au dimanche 10h-15h et 18h-23h' },
  { kind: 'entreprise', naf: '55.10Z', romes: ['G1501', 'G1703'], count: 14, names: ['Hôtel {lieu}', 'Résidence {lieu}', 'Hôtel-spa {lieu}', 'Camping {lieu}'], themes: ['emploi', 'logement'], forms: ['emploi', 'immersion', 'alternance', 'rencontre', 'visite'], does: 'Hébergement de tourisme ; recrute pour l’hiver et pour l’été, parfois logé.', jobs: hr, sizes: middle },
  { kind: 'entreprise', naf: '47.11D', romes: ['D1106', 'D1505'], count: 12, names: ['Épicerie {lieu}', 'Marché {lieu}', 'Primeurs {nom}', 'Supérette {lieu}'], themes: ['emploi'], forms: hiring, does: 'Commerce d’alimentation, mise en rayon et caisse.', jobs: owner, sizes: middle, hours: 'Du lundi au samedi 8h30-19h30' },
  { kind: 'entreprise', naf: '96.02A', romes: ['D1202'], count: 9, names: ['Coiffure {nom}', 'Salon {mot}', 'L’Atelier coiffure {lieu}'], themes: ['emploi', 'formation'], forms: ['stage', 'alternance', 'immersion', 'rencontre'], does: 'Coiffure et soins.', jobs: owner, sizes: small, hours: 'Du mardi au samedi 9h-18h30' },
  { kind: 'entreprise', naf: '25.62B', romes: ['H2903', 'H2901'], count: 10, names: ['Mécanique de précision {nom}', 'Ateliers {lieu}', 'Usinage {nom}', 'Aéro-structures {lieu}'], themes: ['emploi', 'formation'], forms: ['alternance', 'visite', 'emploi', 'stage', 'taxe_apprentissage', 'mecenat'], does: 'Pièces mécaniques pour l’industrie ; visites d’atelier deux fois par an.', jobs: hr, sizes: large, hours: office },
  { kind: 'entreprise', naf: '01.50Z', romes: ['A1403', 'A1405'], count: 10, names: ['Ferme {lieu}', 'GAEC {lieu}', 'Maraîchage {nom}', 'Élevage {nom}'], themes: ['emploi'], forms: ['immersion', 'emploi', 'stage', 'visite'], does: 'Élevage et maraîchage, vente à la ferme.', jobs: owner, sizes: small },
  { kind: 'entreprise', naf: '49.41A', romes: ['N4101', 'N1103'], count: 8, names: ['Transports {nom}', 'Logistique {lieu}', 'Messagerie {nom}'], themes: ['emploi', 'mobilite'], forms: ['emploi', 'visite', 'immersion', 'alternance'], does: 'Transport de marchandises et entrepôt.', jobs: hr, sizes: middle, hours: office },
  { kind: 'entreprise', naf: '88.10A', romes: ['K1304', 'K1302'], count: 10, names: ['Aide à domicile {lieu}', '{mot} Services', 'Mieux chez soi {lieu}'], themes: ['emploi'], forms: ['emploi', 'immersion', 'rencontre', 'alternance'], does: 'Aide à domicile ; forme les personnes qui débutent.', jobs: hr, sizes: large, hours: office },
  { kind: 'entreprise', naf: '81.21Z', romes: ['K2204'], count: 7, names: ['Propreté {lieu}', 'Net {nom}', 'Éclat {lieu}'], themes: ['emploi'], forms: ['emploi', 'immersion', 'alternance'], does: 'Nettoyage de bureaux et de résidences.', jobs: hr, sizes: middle, hours: office },
  { kind: 'entreprise', naf: '78.20Z', count: 6, names: ['Intérim {lieu}', 'Agence {mot} Intérim'], themes: ['emploi'], forms: ['emploi', 'simulation', 'rencontre', 'accueil_evenement'], does: 'Travail temporaire, toutes qualifications.', jobs: hr, sizes: small, hours: office },
  { kind: 'entreprise', naf: '62.01Z', romes: ['M1805', 'M1810'], count: 6, names: ['Studio {mot}', '{nom} Informatique', 'Web {lieu}'], themes: ['emploi', 'formation'], forms: ['stage', 'visite', 'rencontre', 'alternance', 'parrainage'], does: 'Sites, dépannage et réseaux informatiques.', jobs: owner, sizes: small, hours: office },
  { kind: 'entreprise', naf: '93.29Z', romes: ['G1206', 'I1501'], count: 5, names: ['Station {lieu}', 'Parc aventure {lieu}', 'Remontées {lieu}'], themes: ['emploi', 'loisirs'], forms: ['emploi', 'visite', 'rencontre', 'immersion'], does: 'Loisirs de montagne ; une centaine de saisonniers l’hiver.', jobs: hr, sizes: large },
  { kind: 'organisme_formation', naf: '85.59A', count: 12, names: ['{mot} Formation', 'Institut {lieu}', 'Pôle formation {lieu}', 'École de la deuxième chance {lieu}'], themes: ['formation'], forms: training, does: 'Formations qualifiantes et remise à niveau, entrées toute l’année.', jobs: head, sizes: middle, hours: office },
  { kind: 'cfa', naf: '85.32Z', count: 5, names: ['CFA des métiers {lieu}', 'CFA agricole {lieu}', 'Campus apprentis {lieu}'], themes: ['formation', 'emploi'], forms: training, does: 'Apprentissage du CAP au BTS, internat possible.', jobs: head, sizes: large, hours: office },
  { kind: 'collectivite', naf: '84.11Z', romes: ['K1404', 'A1203'], count: 12, names: ['Mairie de {commune}', 'Communauté de communes {lieu}', 'CCAS de {commune}', 'Service jeunesse de {commune}'], themes: ['citoyennete', 'emploi'], forms: ['stage', 'immersion', 'accueil_evenement', 'visite'], does: 'Services aux habitants ; accueille des stages et des services civiques.', jobs: ['secrétaire générale', 'adjoint à la jeunesse', 'chargée de mission'], sizes: middle, hours: office },
  { kind: 'institution', naf: '84.13Z', count: 6, names: ['Maison de l’emploi {lieu}', 'Maison des droits {lieu}', 'Point conseil emploi {lieu}'], themes: ['emploi', 'citoyennete'], forms: social, does: 'Information, droits et orientation.', jobs: head, sizes: middle, hours: office },
  { kind: 'association', naf: '94.99Z', count: 24, names: ['Association {mot}', '{mot} {lieu}', 'Les Amis {lieu}', 'Maison des jeunes {lieu}', 'Collectif {mot}'], themes: ['citoyennete', 'loisirs'], forms: ['accueil_evenement', 'immersion', 'parrainage', 'visite'], does: 'Vie locale, bénévolat et projets de jeunes.', jobs: ['présidente', 'coordinateur', 'animatrice'], sizes: small, withoutSiret: true },
  { kind: 'association', naf: '93.12Z', count: 8, names: ['Club sportif {lieu}', 'Rugby {lieu}', 'Escalade {lieu}'], themes: ['loisirs'], forms: ['accueil_evenement', 'immersion'], does: 'Sport pour tous, tarifs jeunes.', jobs: ['présidente', 'éducateur sportif'], sizes: small, withoutSiret: true },
  { kind: 'association', naf: '90.01Z', count: 5, names: ['Théâtre {lieu}', 'Compagnie {mot}', 'Radio {lieu}'], themes: ['loisirs', 'citoyennete'], forms: ['accueil_evenement', 'stage'], does: 'Ateliers de théâtre, de musique et de radio.', jobs: ['coordinatrice', 'régisseur'], sizes: small, withoutSiret: true },
  { kind: 'siae_aci', naf: '38.32Z', romes: ['K2304', 'A1203'], count: 8, names: ['Chantier {mot}', 'Recyclerie {lieu}', 'Jardins {lieu}'], themes: ['emploi'], forms: ['immersion', 'emploi', 'visite'], does: 'Chantier d’insertion : réemploi, espaces verts, maraîchage.', jobs: head, sizes: middle, hours: workshop },
  { kind: 'siae_ai', naf: '78.30Z', count: 4, names: ['{mot} Emploi', 'Coup de pouce {lieu}'], themes: ['emploi'], forms: ['emploi', 'immersion'], does: 'Missions chez les particuliers et les collectivités.', jobs: head, sizes: small, hours: office },
  { kind: 'siae_ei', naf: '81.30Z', romes: ['A1203', 'G1602'], count: 4, names: ['{mot} Paysages', 'Traiteur solidaire {lieu}'], themes: ['emploi'], forms: ['immersion', 'emploi', 'visite'], does: 'Entreprise d’insertion : espaces verts, restauration.', jobs: head, sizes: middle, hours: workshop },
  { kind: 'siae_etti', naf: '78.20Z', count: 2, names: ['Intérim solidaire {lieu}'], themes: ['emploi'], forms: ['emploi'], does: 'Travail temporaire d’insertion.', jobs: head, sizes: small, hours: office },
  { kind: 'geiq', naf: '78.30Z', count: 2, names: ['GEIQ {lieu}', 'Groupement d’employeurs {lieu}'], themes: ['emploi', 'formation'], forms: ['alternance', 'emploi', 'rencontre'], does: 'Parcours en alternance partagés entre plusieurs entreprises.', jobs: head, sizes: small, hours: office },
  { kind: 'entreprise_adaptee', naf: '81.30Z', romes: ['A1203', 'G1602'], count: 2, names: ['Ateliers adaptés {lieu}'], themes: ['emploi'], forms: ['immersion', 'emploi', 'visite'], does: 'Entreprise adaptée : conditionnement et espaces verts.', jobs: head, sizes: large, hours: workshop },
  { kind: 'sante', naf: '86.90F', count: 8, names: ['Maison de santé {lieu}', 'Espace santé jeunes {lieu}', 'Point écoute {lieu}'], themes: ['sante'], forms: social, does: 'Soins, écoute et prévention, gratuit pour les jeunes.', jobs: ['infirmière', 'psychologue', 'coordinateur'], sizes: small, hours: office },
  { kind: 'logement', naf: '55.90Z', count: 8, names: ['Résidence jeunes {lieu}', 'Foyer {lieu}', 'Toit pour tous {lieu}', 'Agence sociale {lieu}'], themes: ['logement'], forms: social, does: 'Logements pour jeunes en formation ou en emploi.', jobs: head, sizes: middle, hours: office },
  { kind: 'mobilite', naf: '77.11A', count: 6, names: ['Auto-école solidaire {lieu}', 'Garage associatif {lieu}', 'Mobilités {lieu}'], themes: ['mobilite'], forms: ['entretien_conseil', 'immersion', 'visite'], does: 'Location à petit prix, permis accompagné, réparation.', jobs: head, sizes: small, hours: office },
  { kind: 'federation', naf: '94.11Z', count: 3, names: ['Union des métiers {lieu}', 'Fédération artisans {lieu}'], themes: ['emploi', 'formation'], forms: ['rencontre', 'accueil_evenement', 'visite', 'parrainage'], does: 'Représente la branche ; ouvre les portes de ses adhérents.', jobs: head, sizes: small, hours: office },
  { kind: 'france_services', naf: '84.11Z', romes: ['K1404', 'A1203'], count: 3, names: ['Espace services {lieu}'], themes: ['citoyennete'], forms: social, does: 'Démarches en ligne, aide pour les papiers.', jobs: head, sizes: small, hours: office },
  { kind: 'autre', count: 2, names: ['Réseau {mot}', 'Tiers-lieu {lieu}'], themes: ['citoyennete', 'emploi'], forms: ['accueil_evenement', 'parrainage'], does: 'Lieu partagé ouvert aux projets de jeunes.', jobs: head, withoutSiret: true },
];
