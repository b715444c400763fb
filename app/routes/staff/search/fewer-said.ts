import { fromPlace } from '~/domain/place/around';

/** A list with fewer words: what is left out, or the place around which it looks instead; its address, and how many it shows, in words. */
export type Fewer = { without: readonly string[]; around: string | null; km: number; to: string; found: string };

/** « Sans « bus » ni « Lyon » », « À moins de 30 km de Lannemezan ». */
export function fewerInWords({ without, around, km }: Pick<Fewer, 'without' | 'around' | 'km'>): string {
  const parts = [...(without.length > 0 ? [`sans ${without.map((one) => `«\u00a0${one}\u00a0»`).join(' ni ')}`] : []), ...(around ? [`à moins de ${km}\u00a0km ${fromPlace(around)}`] : [])];
  return parts.join(', ').replace(/^./, (letter) => letter.toUpperCase());
}

/** Read where the count stands: « Aucune offre avec tous ces mots. Sans « Lyon » : 12 offres. » */
export const nothingWithAll = (nothing: string, [first]: readonly Fewer[]): string => `${nothing} avec tous ces mots.${first ? ` ${fewerInWords(first)}\u00a0: ${first.found}.` : ''}`;
