import { SheetError } from './sheet-error';

/**
 * Says what a file is from its first bytes, never from its name. Throws a `SheetError` that says what to do for what is
 * neither a CSV nor an XLSX: PDF, picture, old Excel, OpenDocument, web page saved as a spreadsheet, workbook with a password…
 */
export function recogniseContent(bytes: Buffer): 'csv' | 'zip' {
  if (!bytes.length) throw new SheetError('empty', 'Ce fichier est vide.');
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldExcel(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw wrong('un PDF', 'Demandez le tableau d’origine, ou recopiez-le dans un tableur.');
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff]) || startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) {
    throw wrong('une image', 'Demandez le tableau d’origine.');
  }
  if (startsWith(bytes, [0x1f, 0x8b]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) || startsWith(bytes, [0x52, 0x61, 0x72, 0x21])) {
    throw wrong('une archive compressée', 'Ouvrez-la et choisissez le tableau qu’elle contient.');
  }
  const start = bytes.subarray(0, 1024).toString('latin1').replace(/^[ï»¿\s]+/, '').toLowerCase();
  if (start.startsWith('{\\rtf')) throw wrong('un document de traitement de texte', asSpreadsheet);
  if (/^<(?:!doctype html|html|table|head|body)/.test(start)) throw wrong('une page web', 'Ouvrez-le dans un tableur, puis enregistrez-le au format .xlsx ou .csv.');
  if (start.startsWith('<?xml') || start.startsWith('<')) throw wrong('un fichier XML', asSpreadsheet);
  return 'csv';
}

const asSpreadsheet = 'Enregistrez-le dans un tableur au format .xlsx ou .csv.';

/** The refusal of a file that is something else, with what to do. */
export function wrong(what: string, remedy: string): SheetError {
  return new SheetError('wrong-type', `Ce fichier est ${what}, pas un tableau. ${remedy}`);
}

/** An OLE container is an old .xls, or an .xlsx that a password encrypts. */
function oldExcel(bytes: Buffer): SheetError {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return withPassword();
  return new SheetError('wrong-type', 'Ce fichier est un ancien classeur Excel (.xls) ou un document Office ancien. Ouvrez-le, puis enregistrez-le au format .xlsx.');
}

/** The refusal of a workbook that a password protects. */
export function withPassword(): SheetError {
  return new SheetError('password', 'Ce classeur est protégé par un mot de passe. Enlevez la protection, enregistrez-le, puis choisissez-le de nouveau.');
}

function startsWith(bytes: Buffer, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
