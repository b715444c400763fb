/** `restaurants` → `restaurant`, `hopitaux` → `hopital`. Wrong for some words (`bois`), hence always beside the word itself. */
export function singular(word: string): string {
  if (word.length > 5 && word.endsWith('aux') && !word.endsWith('eaux')) return `${word.slice(0, -3)}al`;
  return word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
}

/** Endings of trades, the feminine then the masculine; the first that fits counts. Folded, as the index is. */
const endings: readonly (readonly [feminine: string, masculine: string])[] = [
  ['trice', 'teur'],
  ['euse', 'eur'],
  ['iere', 'ier'],
  ['chere', 'cher'],
  ['gere', 'ger'],
  ['ienne', 'ien'],
];

/** The other forms of a trade: `serveuse` → `serveur`, `directeur` → `directrice`, `directeuse`. Some do not exist: nobody writes them. */
export function otherGender(word: string): string[] {
  if (word.length < 6) return []; // fleur, cher, hier
  const masculine = endings.find(([feminine]) => word.endsWith(feminine));
  if (masculine) return [word.slice(0, -masculine[0].length) + masculine[1]];
  return endings.filter(([, ending]) => word.endsWith(ending)).map(([feminine, ending]) => word.slice(0, -ending.length) + feminine);
}

/** One form for a word and those that mean it: in the singular, and of trades the masculine. Beside the word itself in an index without alternatives. */
export function plainForm(word: string): string {
  const one = singular(word);
  const feminine = one.length >= 6 && endings.find(([ending]) => one.endsWith(ending));
  return feminine ? one.slice(0, -feminine[0].length) + feminine[1] : one;
}

/**
 * The words of a question in the forms under which such an index is asked. The last may be unfinished: it stays as typed
 * (`paris` is no `pari`), unless it is the feminine of a trade, or a plural too far from its singular to be found by a slip.
 */
export function soughtForms(words: readonly string[]): string[] {
  return words.map((word, i) => {
    const isLast = i === words.length - 1;
    return isLast && word.length >= 5 && singular(word) === word.slice(0, -1) && plainForm(word) === singular(word) ? word : plainForm(word);
  });
}
