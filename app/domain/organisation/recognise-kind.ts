import { fold } from '~/domain/text/fold';
import { kinds, type KindCode } from './kinds';

/** Words of files → kind, the most precise first. Codes of data.inclusion's `typologie_structure` and of the SIAE list included. */
const patterns: readonly (readonly [RegExp, KindCode])[] = [
  [/^(?:siae[ _-]?)?aci(?:phc)?$|ateliers? (?:et|ou|\/)? ?chantiers? d'?\s?insertion|chantiers? d'?\s?insertion/, 'siae_aci'],
  [/^(?:siae[ _-]?)?etti$|travail temporaire d'?\s?insertion|interim d'?\s?insertion/, 'siae_etti'],
  [/^(?:siae[ _-]?)?ai$|associations? intermediaires?/, 'siae_ai'],
  [/^(?:siae[ _-]?)?ei(?:ti)?$|entreprises? (?:de travail independant )?d'?\s?insertion/, 'siae_ei'],
  [/\bgeiq\b|groupements? d'?\s?employeurs/, 'geiq'],
  [/^ea(?:tt)?$|entreprises? adaptees?|\besat\b/, 'entreprise_adaptee'],
  [/france services?|format[ _]fs\b|\bmsap\b|maison de services au public|espace labellise/, 'france_services'],
  [/\bcfa\b|formation d'?\s?apprentis|apprentissage/, 'cfa'],
  [/^of$|organismes? de formation|centres? de formation|\bgreta\b|\bafpa\b|\be2c\b|ecole de la 2|\bepide\b|lycee|universite|etablissement (?:scolaire|d'enseignement)/, 'organisme_formation'],
  [/\bhopital|hospitalier|\bch(?:ru?|u|s)?\b|sante|\bcmp\b|\bcpam\b|\bcsapa\b|medecin|medico|addictolog|pharmacie|planning familial|\bpaej\b/, 'sante'],
  [/\blogement|habitat|bailleur|\bhlm\b|\bfjt\b|\bchrs\b|hebergement|\bcllaj\b|residence (?:sociale|habitat)/, 'logement'],
  [/mobilite|auto[ -]?ecole|transport|garage solidaire/, 'mobilite'],
  [/\bmairie|commune|collectivite|\bccas\b|\bcias\b|departement|conseil (?:general|departemental|regional)|region\b|agglo|metropole|\bepci\b|syndicat (?:mixte|intercommunal)|action sociale/, 'collectivite'],
  [/federation|branche|\bopco\b|syndicat (?:patronal|professionnel)|\bmedef\b|\bcpme\b|chambre (?:de|des) (?:commerce|metiers|l'agriculture|l'artisanat)|\bcci\b|\bcma\b|club d'?\s?entreprises|reseau d'?\s?entreprises/, 'federation'],
  [/institution|administration|prefecture|france travail|pole[ -]emploi|service public|\bcaf\b|justice|\bpjj\b|\bspip\b|gendarmerie|police|armee|education nationale|cap emploi|etat\b|etablissement public/, 'institution'],
  [/\basso(?:c|ciation)?s?\b|loi 1901|\bong\b|fondation|benevole/, 'association'],
  [/entreprise|societe|employeur|commerce|commercant|artisan|\bpme\b|\btpe\b|\beti\b|grand compte|\bsarl\b|\bsasu?\b|\beurl\b|\bscop\b|\bsnc\b|^sa$|agence d'?\s?interim|travail temporaire|exploitation agricole|mecene/, 'entreprise'],
  [/^autres?$|divers/, 'autre'],
];

const byLabel = new Map<string, KindCode>(kinds.flatMap((kind) => [kind.code, kind.label, kind.plural].map((text) => [fold(text), kind.code] as const)));

/** The kind that a text names (`ACI`, `Entreprise d'insertion`, `OF`, `siae_ei`…); null when it names none that we know. */
export function recogniseKind(text: string): KindCode | null {
  const folded = fold(text).replace(/[_\s]+/g, ' ').trim();
  if (!folded) return null;
  return byLabel.get(fold(text).trim()) ?? byLabel.get(folded) ?? patterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** Every kind that a cell names, `ACI / EI` or `Association, organisme de formation`; what is not understood in `unknown`. */
export function recogniseKinds(text: string): { kinds: KindCode[]; unknown: string[] } {
  const whole = byLabel.get(fold(text).trim());
  if (whole) return { kinds: [whole], unknown: [] };
  const found = new Set<KindCode>();
  const unknown: string[] = [];
  for (const piece of text.split(/\s*[;,/|\n+]\s*/).filter(Boolean)) {
    const kind = recogniseKind(piece);
    if (kind) found.add(kind);
    else unknown.push(piece.trim());
  }
  if (!found.size) {
    const kind = recogniseKind(text);
    if (kind) return { kinds: [kind], unknown: [] };
  }
  return { kinds: [...found], unknown };
}

/**
 * A guess of the kind from the legal form and the activity code, when the file says no kind: a hint to show, not a fact.
 * Activities: NAF rév. 2 divisions (85 teaching, 86 health, 55.90/68.20 housing, 84 administration, 94.9 associations).
 */
export function hintKind(legalForm: string | null, naf: string | null): KindCode | null {
  const form = fold(legalForm ?? '');
  if (/intermediaire/.test(form)) return 'siae_ai';
  if (/groupement d'?\s?employeurs/.test(form)) return 'geiq';
  if (/commun|departement|region|action sociale|syndicat (?:mixte|intercommunal)|metropole|collectivite|petr/.test(form)) return 'collectivite';
  if (naf?.startsWith('85.32') || naf?.startsWith('85.59')) return 'organisme_formation';
  if (naf?.startsWith('86.')) return 'sante';
  if (naf?.startsWith('94.11') || naf?.startsWith('94.12')) return 'federation';
  if (/association|fondation|mutuelle/.test(form)) return 'association';
  if (/etablissement public|etat|ministere/.test(form) || naf?.startsWith('84.')) return 'institution';
  if (/societe|sarl|\bsasu?\b|\bsa\b|eurl|commercant|artisan|exploita|entrepreneur/.test(form)) return 'entreprise';
  return null;
}
