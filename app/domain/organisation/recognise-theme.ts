import { fold } from '~/domain/text/fold';
import { themes, type ThemeCode } from './themes';

const patterns: readonly (readonly [RegExp, ThemeCode])[] = [
  [/formation|apprenti|alternance|qualification|scolar|illettrisme|francais langue|\bfle\b|competences? de base|orientation|numerique/, 'formation'],
  [/logement|hebergement|habitat|\bfjt\b|loger/, 'logement'],
  [/sante|soin|addiction|psycho|handicap|bien[ -]etre|prevention|\bmedic/, 'sante'],
  [/citoyen|droit|benevolat|engagement|service civique|justice|acces aux droits|administrati|budget|famille|vie sociale|numero unique/, 'citoyennete'],
  [/mobilite|permis|transport|vehicule|deplace/, 'mobilite'],
  [/loisir|sport|culture|vacance|\bart/, 'loisirs'],
  [/emploi|recrut|insertion|travail|entreprise|creation d'?activite|stage|immersion|interim|job/, 'emploi'],
];

const byLabel = new Map<string, ThemeCode>(themes.flatMap((theme) => [theme.code, theme.label].map((text) => [fold(text), theme.code] as const)));

/** The theme that a text names, by its label or by the usual words (and data.inclusion's `thematiques`); null when none. */
export function recogniseTheme(text: string): ThemeCode | null {
  const folded = fold(text).replace(/[_-]+/g, ' ').trim();
  return byLabel.get(folded) ?? patterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** Every theme that a cell names (`Emploi / Mobilité`), in the network's order; what is not understood in `unknown`. */
export function recogniseThemes(text: string): { themes: ThemeCode[]; unknown: string[] } {
  const whole = byLabel.get(fold(text).trim());
  if (whole) return { themes: [whole], unknown: [] };
  const found = new Set<ThemeCode>();
  const unknown: string[] = [];
  for (const piece of text.split(/\s*[;,/|\n+]\s*|\s+et\s+/).filter(Boolean)) {
    const theme = recogniseTheme(piece);
    if (theme) found.add(theme);
    else unknown.push(piece.trim());
  }
  return { themes: themes.map((theme) => theme.code).filter((code) => found.has(code)), unknown };
}
