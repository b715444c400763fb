const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/**
 * The bare letters of a text: lower case, no accents, ligatures opened, typographic apostrophes and dashes made plain.
 * Two texts that a person reads as the same word fold to the same string. Nothing else is removed.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isPlainAscii(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđ]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-');
}

/** The folded words of a text (letters and digits only), in order. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isPlainAscii(text: string): boolean {
  return /^[\u0000-_a-\u007F]*$/.test(text);
}
