/**
 * What a person named or typed, quoted in a sentence: « … ». Guillemets that it already holds become “ ”, as French sets a quotation inside another
 * (Lexique des règles typographiques en usage à l’Imprimerie nationale, « Guillemets »).
 */
export function inGuillemets(text: string): string {
  return `« ${text.trim().replace(/«\s*/g, '“').replace(/\s*»/g, '”')} »`;
}
