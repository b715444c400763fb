import { SheetError } from '~/adapters/spreadsheet/sheet-error';
import { readWholeXml } from './read-xml';

/** Most characters that the shared texts of a workbook may hold together: what keeps the memory bounded. */
const MOST_CHARACTERS = 150_000_000;

/** Reads the shared texts of a workbook, in order; pieces of rich text are joined, phonetic guides left out. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let phonetic = 0;
  let total = 0;
  await readWholeXml(pieces, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        total += current.length;
        if (total > MOST_CHARACTERS) throw new SheetError('too-big', 'Ce classeur contient trop de texte. Partagez-le en plusieurs fichiers.');
        strings.push(unescapeText(current));
      }
    },
  });
  return strings;
}

/** Excel writes control characters as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}
