/** A text as it is compared: without accents nor capitals, `œ` as `oe`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’']/g, ' ')
    .trim();
}

/** Whether each word sought begins a word of the text: "rest ain" finds "Les Restaurants de l’Ain". */
export function matches(sought: string, text: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(sought)
    .split(/[^\p{L}\p{N}]+/u)
    .every((piece) => words.some((word) => word.startsWith(piece)));
}
