/**
 * What a person meant to type: invisible characters out (NUL, controls, zero-width spaces, byte-order marks), every kind of
 * space made plain, runs of spaces made one, ends trimmed. Emoji, Arabic, Hebrew and their joiners are left alone; signs that
 * force a writing direction are not: one in a name turns round the words beside it, in a list, an export, the object of a mail.
 */
export function cleanText(text: string): string {
  if (alreadyClean.test(text)) return text;
  return cleanLines(text).replace(/\s+/g, ' ').trim();
}

/** Ordinary letters and signs, one space at a time: most cells of most files, for which there is nothing to do. */
const alreadyClean = /^(?:[!-~À-ſ’]+(?: [!-~À-ſ’]+)*)?$/;

/** As `cleanText`, but paragraphs keep their line breaks (descriptions, notes). */
export function cleanLines(text: string): string {
  if (alreadyClean.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

/** Is this one of the ways people write "nothing" in a cell: `-`, `n/a`, `néant`, `non renseigné`, `#N/A`…? */
export function meansNothing(text: string): boolean {
  return /^(?:[-–—_./?*\s]*|#?n\s*[./]?\s*[acdr]\.?|n[ée]ant|aucune?|inconnue?|vide|null|none|nan|undefined|non (?:renseign[ée]e?s?|communiqu[ée]e?s?|connue?s?|disponibles?)|#(?:ref|valeur|value|nom|name|div\/0|num|nul)[!?]?)$/i.test(
    text.trim(),
  );
}

/** Shortens a value quoted in a sentence to people. */
export function quoted(value: string, longest = 60): string {
  const clean = cleanText(value);
  const letters = [...clean];
  return `« ${letters.length > longest ? `${letters.slice(0, longest).join('')}…` : clean} »`;
}
