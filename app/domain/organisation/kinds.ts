/**
 * The kinds of organisation that every agency knows (typologie). An agency may add its own beside them.
 * `shape` is the geometric mark on maps and lists, so that a kind never rests on colour alone.
 */
export const kinds = [
  { code: 'entreprise', label: 'Entreprise', plural: 'Entreprises', shape: 'square' },
  { code: 'organisme_formation', label: 'Organisme de formation', plural: 'Organismes de formation', shape: 'triangle' },
  { code: 'cfa', label: 'Centre de formation d’apprentis (CFA)', plural: 'Centres de formation d’apprentis (CFA)', shape: 'triangle' },
  { code: 'institution', label: 'Institution ou administration', plural: 'Institutions et administrations', shape: 'pentagon' },
  { code: 'collectivite', label: 'Collectivité', plural: 'Collectivités', shape: 'pentagon' },
  { code: 'association', label: 'Association', plural: 'Associations', shape: 'circle' },
  { code: 'federation', label: 'Fédération ou branche professionnelle', plural: 'Fédérations et branches professionnelles', shape: 'star' },
  { code: 'siae_aci', label: 'Atelier ou chantier d’insertion (ACI)', plural: 'Ateliers et chantiers d’insertion (ACI)', shape: 'hexagon' },
  { code: 'siae_ai', label: 'Association intermédiaire (AI)', plural: 'Associations intermédiaires (AI)', shape: 'hexagon' },
  { code: 'siae_ei', label: 'Entreprise d’insertion (EI)', plural: 'Entreprises d’insertion (EI)', shape: 'hexagon' },
  { code: 'siae_etti', label: 'Entreprise de travail temporaire d’insertion (ETTI)', plural: 'Entreprises de travail temporaire d’insertion (ETTI)', shape: 'hexagon' },
  { code: 'geiq', label: 'Groupement d’employeurs (GEIQ)', plural: 'Groupements d’employeurs (GEIQ)', shape: 'hexagon' },
  { code: 'sante', label: 'Acteur de la santé', plural: 'Acteurs de la santé', shape: 'cross' },
  { code: 'logement', label: 'Acteur du logement', plural: 'Acteurs du logement', shape: 'house' },
  { code: 'mobilite', label: 'Acteur de la mobilité', plural: 'Acteurs de la mobilité', shape: 'arrow' },
  { code: 'entreprise_adaptee', label: 'Entreprise adaptée', plural: 'Entreprises adaptées', shape: 'square' },
  { code: 'france_services', label: 'Espace France services', plural: 'Espaces France services', shape: 'diamond' },
  { code: 'autre', label: 'Autre', plural: 'Autres', shape: 'circle' },
] as const;

export type KindCode = (typeof kinds)[number]['code'];
export type KindShape = (typeof kinds)[number]['shape'];

/** The French label of a kind; a local kind, unknown here, shows its own code. */
export function kindLabel(code: string): string {
  return kinds.find((kind) => kind.code === code)?.label ?? code;
}
