import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recogniseFile } from './recognise-file';

const zip = (entries: Record<string, string>) => Buffer.from(zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, [strToU8(text), { level: 0 }]]))));
const office = (main: string, more: Record<string, string> = {}) => zip({ '[Content_Types].xml': '<Types/>', [main]: '<x/>', ...more });

describe('un fichier se reconnaît à son contenu', () => {
  test.each([
    ['pdf', Buffer.from('%PDF-1.7\n…')],
    ['pdf', Buffer.from('\u0000\u0000junk\n%PDF-1.4')],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['docx', office('word/document.xml')],
    ['xlsx', office('xl/workbook.xml')],
    ['pptx', office('ppt/presentation.xml')],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })],
    ['ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
  ])('%s', (kind, bytes) => {
    expect(recogniseFile(bytes)).toEqual({ ok: true, kind });
  });

  test.each([
    ['rien', Buffer.alloc(0), /est vide/],
    ['une page web nommée .pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), /n’est pas gardé/],
    ['une image SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /n’est pas gardé/],
    ['un programme', Buffer.from('MZ\u0090\u0000'), /programme/],
    ['un ancien .doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /ancien document Office/],
    ['un document à macros', office('word/document.xml', { 'word/vbaProject.bin': 'x' }), /macros/],
    ['une archive', zip({ 'lisez-moi.txt': 'bonjour' }), /archive/],
    ['un zip coupé', office('word/document.xml').subarray(0, 60), /abîmé/],
    ['une photo HEIC', Buffer.from('\u0000\u0000\u0000\u0018ftypheic'), /HEIC/],
  ])('%s est refusé par une phrase', (_what, bytes, sentence) => {
    expect(recogniseFile(bytes)).toEqual({ ok: false, sentence: expect.stringMatching(sentence) as string });
  });
});
