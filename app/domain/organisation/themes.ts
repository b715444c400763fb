/** The seven themes of partnership (thématiques), fixed for the whole network. */
export const themes = [
  { code: 'emploi', label: 'Emploi' },
  { code: 'formation', label: 'Formation' },
  { code: 'logement', label: 'Logement' },
  { code: 'sante', label: 'Santé' },
  { code: 'citoyennete', label: 'Vie citoyenne' },
  { code: 'mobilite', label: 'Mobilité' },
  { code: 'loisirs', label: 'Loisirs, sport, culture' },
] as const;

export type ThemeCode = (typeof themes)[number]['code'];

/** The French label of a theme. */
export function themeLabel(code: ThemeCode): string {
  return themes.find((theme) => theme.code === code)!.label;
}
