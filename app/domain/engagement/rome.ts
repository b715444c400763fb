/**
 * Trades by their ROME code (répertoire opérationnel des métiers et des emplois, France Travail): a letter, two figures for the
 * field, two for the trade. Here are the titles of the fields; a code whose field is not among them stands by itself.
 */
const fields: Record<string, string> = {
  A11: 'Engins agricoles et forestiers', A12: 'Espaces naturels et verts', A13: 'Études agricoles', A14: 'Production agricole', A15: 'Soin aux animaux',
  B11: 'Arts plastiques', B12: 'Céramique', B13: 'Décoration', B14: 'Fibres et papier', B15: 'Instruments de musique', B16: 'Métal, verre, bijouterie, horlogerie', B17: 'Taxidermie', B18: 'Tissu et cuirs',
  C11: 'Assurance', C12: 'Banque', C13: 'Finance', C14: 'Gestion administrative de la banque', C15: 'Immobilier',
  D11: 'Commerce alimentaire et métiers de bouche', D12: 'Commerce non alimentaire', D13: 'Direction de magasin', D14: 'Force de vente', D15: 'Grande distribution',
  E11: 'Édition et communication', E12: 'Images et sons', E13: 'Industries graphiques', E14: 'Publicité',
  F11: 'Conception et études du bâtiment', F12: 'Conduite de chantier', F13: 'Engins de chantier', F14: 'Extraction', F15: 'Montage de structures', F16: 'Second œuvre', F17: 'Travaux et gros œuvre',
  G11: 'Accueil et promotion touristique', G12: 'Animation de loisirs', G13: 'Produits touristiques', G14: 'Gestion d’hôtel et de restaurant', G15: 'Hôtellerie', G16: 'Cuisine', G17: 'Accueil en hôtellerie', G18: 'Service en salle',
  H11: 'Affaires et support client', H12: 'Conception et recherche', H13: 'Hygiène, sécurité, environnement', H14: 'Méthodes et gestion industrielle', H15: 'Qualité', H21: 'Alimentaire', H22: 'Bois', H23: 'Chimie et pharmacie', H24: 'Cuir et textile', H25: 'Direction industrielle', H26: 'Électronique et électricité', H27: 'Énergie', H28: 'Matériaux', H29: 'Mécanique et travail des métaux', H31: 'Papier et carton', H32: 'Plastique et caoutchouc', H33: 'Préparation et conditionnement', H34: 'Traitement de surface',
  I11: 'Encadrement de la maintenance', I12: 'Entretien technique', I13: 'Équipements de production', I14: 'Équipements domestiques et informatique', I15: 'Travaux en hauteur ou sous l’eau', I16: 'Véhicules, engins, aéronefs',
  J11: 'Médecine', J12: 'Biologie médicale', J13: 'Aide aux soins', J14: 'Rééducation et appareillage', J15: 'Soins infirmiers',
  K11: 'Accompagnement de la personne', K12: 'Action sociale et éducative', K13: 'Aide à la vie quotidienne', K14: 'Administration publique', K15: 'Contrôle public', K16: 'Culture et documentation', K17: 'Défense et secours', K18: 'Développement territorial', K19: 'Droit', K21: 'Formation', K22: 'Nettoyage et propreté', K23: 'Propreté urbaine et environnement', K24: 'Recherche', K25: 'Sécurité privée', K26: 'Services funéraires',
  L11: 'Animation de spectacles', L12: 'Artistes', L13: 'Production de spectacles', L14: 'Sport professionnel', L15: 'Technique du spectacle',
  M11: 'Achats', M12: 'Comptabilité et gestion', M13: 'Direction d’entreprise', M14: 'Organisation et études', M15: 'Ressources humaines', M16: 'Secrétariat', M17: 'Stratégie commerciale', M18: 'Informatique',
  N11: 'Magasinage et manutention', N12: 'Organisation de la circulation', N13: 'Encadrement de la logistique', N21: 'Navigation', N22: 'Personnel au sol', N31: 'Navigation fluviale et maritime', N32: 'Ports', N41: 'Transport routier', N42: 'Encadrement du transport', N43: 'Rail et câble', N44: 'Encadrement des réseaux',
}; // prettier-ignore

/** A whole code, `I1604`. */
export const isRomeCode = (code: string) => /^[A-N]\d{4}$/.test(code);
/** A code or its beginning: `I`, `I16`, `I1604`. */
export const isRomeStart = (start: string) => /^[A-N](\d{2}(\d{2})?)?$/.test(start);

/** The field of trades of a code or of its beginning, when it is known. */
export const romeField = (code: string): string | null => fields[code.slice(0, 3)] ?? null;

/** `I1604, véhicules, engins, aéronefs`. */
export function romeInWords(code: string): string {
  const field = romeField(code);
  return field ? `${code}, ${field.charAt(0).toLowerCase()}${field.slice(1)}` : code;
}

/** The codes of a text, in capitals, each once: separated by whatever is neither letter nor figure. */
export const readCodes = (typed: string): string[] => [...new Set(typed.toUpperCase().split(/[^A-Z0-9]+/).filter(Boolean))];
