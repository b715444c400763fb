import { foldedWords } from '~/domain/text/fold';

/** The network's label for companies that commit themselves to youths, given after a signed charter. */
export const youthLabel = 'Je m’engage pour la jeunesse';

/** Is this the name of the label, however it is typed? */
export const namesYouthLabel = (text: string): boolean => /^(?:label )?je m engage pour la jeunesse$/.test(foldedWords(text).join(' '));

/**
 * Does a cell say that the organisation has the label? `null` when it says neither. Several columns of one file come here
 * joined by a separator: one yes is enough.
 */
export function readHasYouthLabel(text: string): boolean | null {
  const said = text.split(/\s*[;,|\n]\s*/).map((part) => foldedWords(part).join(' ')).filter(Boolean);
  if (said.some((one) => yes.test(one) || namesYouthLabel(one))) return true;
  return said.length > 0 && said.every((one) => no.test(one)) ? false : null;
}

const yes = /^(?:oui|o|x|1|vrai|true|yes|y|labellisee?|signataire|signee?)$/;
const no = /^(?:non|n|0|faux|false|no)$/;
