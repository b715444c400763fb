import { zipEntries } from '~/adapters/spreadsheet/xlsx/zip-entries';

/** The kinds of files that people keep beside a partner, by their content. `extensions`: the names they go by, the usual one first. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
} as const;

export type FileKind = keyof typeof fileKinds;

export const acceptedFiles = 'PDF, image (PNG, JPEG), Word (.docx), Excel (.xlsx), PowerPoint (.pptx) ou LibreOffice (.odt, .ods, .odp)';

export type Recognised = { ok: true; kind: FileKind } | { ok: false; sentence: string };

/** Says what a file is from its bytes, never from its name; what is not kept is refused in a sentence that says what to do. */
export function recogniseFile(bytes: Buffer): Recognised {
  if (bytes.length === 0) return no('Ce fichier est vide.');
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  // Some programs write a few bytes before the mark of a PDF; readers look for it in the first kilobyte.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { ok: true, kind: 'pdf' };
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { ok: true, kind: 'png' };
  if (starts(0xff, 0xd8, 0xff)) return { ok: true, kind: 'jpeg' };
  if (starts(0x50, 0x4b, 0x03, 0x04)) return inZip(bytes);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return no('C’est un ancien document Office (.doc, .xls), ou un document avec mot de passe. Enregistrez-le en .docx, en .xlsx ou en PDF.');
  if (bytes.subarray(4, 12).toString('latin1').startsWith('ftyphei')) return no('Cette photo est au format HEIC. Enregistrez-la en JPEG, ou prenez-la en photo depuis cette page.');
  if (starts(0x4d, 0x5a) || starts(0x7f, 0x45, 0x4c, 0x46)) return no('C’est un programme : il n’est pas gardé.');
  return no(`Ce type de fichier n’est pas gardé. Envoyez : ${acceptedFiles}.`);
}

const no = (sentence: string): Recognised => ({ ok: false, sentence });

function inZip(bytes: Buffer): Recognised {
  let names: string[];
  try {
    names = [...zipEntries(bytes).keys()];
  } catch {
    return no('Ce document est abîmé ou protégé par un mot de passe. Ouvrez-le, enregistrez-le de nouveau, puis choisissez-le.');
  }
  if (names.some((name) => name.endsWith('vbaproject.bin'))) return no('Ce document contient des macros. Enregistrez-le sans macro, ou en PDF.');
  // OpenDocument says what it is in its first entry, which is never compressed.
  const said = bytes.subarray(30, 120).toString('latin1');
  for (const kind of ['odt', 'ods', 'odp'] as const) if (said.startsWith(`mimetype${fileKinds[kind].mediaType}`)) return { ok: true, kind };
  if (names.includes('[content_types].xml')) {
    if (names.includes('word/document.xml')) return { ok: true, kind: 'docx' };
    if (names.includes('xl/workbook.xml')) return { ok: true, kind: 'xlsx' };
    if (names.includes('ppt/presentation.xml')) return { ok: true, kind: 'pptx' };
  }
  return no('C’est une archive compressée. Ouvrez-la, et envoyez le document qu’elle contient.');
}
