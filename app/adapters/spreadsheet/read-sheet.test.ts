import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { neutraliseFormula, withoutGuard } from './neutralise-formula';
import { readSheet, SheetError, type SheetRow } from './read-sheet';
import { writeCsv } from './write-csv';
import { writeXlsx } from './write-xlsx';

const csv = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8') => Buffer.from(text, encoding);

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of (await readSheet(bytes)).rows) rows.push(row);
  return rows;
}

async function problemOf(bytes: Uint8Array, limits = {}): Promise<{ problem: string; message: string }> {
  try {
    for await (const row of (await readSheet(bytes, { limits })).rows) void row;
  } catch (error) {
    if (error instanceof SheetError) return { problem: error.problem, message: error.message };
    throw error;
  }
  return { problem: 'none', message: '' };
}

describe('CSV', () => {
  const text = 'Nom;Commune;Téléphone\r\nL’Œuvre;Évreux;0261910001\r\n';
  const bomLess = Buffer.from(text, 'utf16le');
  test.each([
    ['UTF-8', csv(text), 'utf-8'],
    ['UTF-8 avec BOM', csv(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 LE avec BOM', csv(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE sans BOM', bomLess, 'utf-16le'],
    ['UTF-16 BE avec BOM', csv(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 BE sans BOM', Buffer.from(bomLess).swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.concat([csv('Nom;Commune;Téléphone\r\nL', 'latin1'), Buffer.from([0x92, 0x8c]), csv('uvre;Évreux;0261910001\r\n', 'latin1')]), 'windows-1252'],
  ])('l’encodage est trouvé : %s', async (_, bytes, encoding) => {
    const sheet = await readSheet(bytes);
    expect(sheet).toMatchObject({ kind: 'csv', encoding, separator: ';', headers: ['Nom', 'Commune', 'Téléphone'], warnings: [] });
    expect(await rowsOf(bytes)).toEqual([{ line: 2, cells: ['L’Œuvre', 'Évreux', '0261910001'] }]);
  });

  test.each([
    [';', 'Nom;Adresse\nA;1, rue X, bât. B\nC;2, rue Y\n'],
    [',', 'Nom,Adresse\n"A","1; rue; X"\n"B","2; rue; Y"\n'],
    ['\t', 'Nom\tAdresse\nA\t1, rue X\n'],
    ['|', 'Nom|Adresse\nA|1, rue X\n'],
    [';', 'sep=;\nNom;Adresse\nA;B\n'],
    [',', 'sep=,\nNom,Adresse\nA;x,B\n'],
  ] as const)('le séparateur « %s » est trouvé', async (separator, text) => {
    expect(await readSheet(csv(text))).toMatchObject({ separator, headers: ['Nom', 'Adresse'] });
  });

  test('guillemets, sauts de ligne dans une cellule, fins de ligne mêlées, lignes blanches', async () => {
    const rows = await rowsOf(csv('Nom;Note\n"Le ""Relais""";"ligne 1\nligne 2"\r\n\r\n;;\nB;b\rC;c'));
    expect(rows).toEqual([
      { line: 2, cells: ['Le "Relais"', 'ligne 1\nligne 2'] },
      { line: 5, cells: ['B', 'b'] },
      { line: 6, cells: ['C', 'c'] },
    ]);
  });

  test('une ligne courte est complétée, une ligne longue refusée avec sa raison, un titre répété aussi', async () => {
    const rows = await rowsOf(csv('Nom;CP;Ville\nA;65000\nB;65000;Tarbes;de trop\nC;65000;Tarbes;;\nNom;CP;Ville\n'));
    expect(rows.map((row) => [row.cells, row.refusal ?? null])).toEqual([
      [['A', '65000', ''], null],
      [['B', '65000', 'Tarbes'], expect.stringMatching(/4 cellules pour 3 titres/)],
      [['C', '65000', 'Tarbes'], null],
      [['Nom', 'CP', 'Ville'], expect.stringMatching(/répète les titres/)],
    ]);
  });

  test('l’en-tête est trouvé sous un titre et une date', async () => {
    const sheet = await readSheet(csv('Liste des partenaires;;;\n;;;\nÉdité le;12/03/2024;;\nNom;CP;Ville;Tél\nA;65000;Tarbes;0562\n'));
    expect(sheet).toMatchObject({ headers: ['Nom', 'CP', 'Ville', 'Tél'], headerLine: 4, warnings: [expect.stringMatching(/ligne 4/)] });
  });

  test('un titre donné deux fois est numéroté, et c’est dit ; un titre vide a un nom', async () => {
    expect(await readSheet(csv('Nom;Tél;tél;;Ville\nA;1;2;3;B\n'))).toMatchObject({ headers: ['Nom', 'Tél', 'tél (2)', 'Colonne 4', 'Ville'], warnings: [expect.stringMatching(/plusieurs fois/)] });
  });

  test('les octets nuls sont retirés de la ligne, qui le dit', async () => {
    expect(await rowsOf(csv('Nom;Ville\nA\u0000B;Tarbes\n'))).toEqual([{ line: 2, cells: ['AB', 'Tarbes'], notes: [expect.stringMatching(/octets nuls/)] }]);
  });

  test('un guillemet qui avale d’autres lignes est dit, rien n’est perdu en silence', async () => {
    const rows = await rowsOf(csv('Nom;CP;Ville\nA;65000;"Tarbes\nB;65000;Lourdes\nC;65000;"Ibos"\nD;1;2\n'));
    expect(rows[0]?.refusal).toMatch(/Un guillemet ouvert à cette ligne avale/);
    expect(await problemOf(csv('Nom;CP\nA;"65000\nB;65000\n'))).toMatchObject({ problem: 'open-quote', message: expect.stringMatching(/ligne 2/) });
  });

  test('arabe, hébreu et emoji passent tels quels', async () => {
    expect((await rowsOf(csv('Nom;Ville\nجمعية الأمل 🌱;Tarbes\n')))[0]?.cells[0]).toBe('جمعية الأمل 🌱');
  });

  test('les lignes se relisent autant de fois qu’on veut, et s’arrêtent quand on s’arrête', async () => {
    const sheet = await readSheet(csv(`Nom;CP\n${'A;65000\n'.repeat(5000)}`));
    for await (const row of sheet.rows) if (row.line > 10) break;
    let count = 0;
    for await (const row of sheet.rows) count += row.cells.length / 2;
    expect(count).toBe(5000);
  });
});

describe('ce qui n’est pas un tableau est refusé avec une phrase', () => {
  const ole = (inside: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512), Buffer.from(inside, 'utf16le')]);
  const zip = (files: Zippable) => zipSync(files);
  test.each([
    ['un fichier vide', Buffer.alloc(0), 'empty', /vide/],
    ['des lignes blanches', csv('\n\n;;;\n'), 'empty', /aucune ligne/],
    ['un en-tête seul', csv('Nom;CP;Ville\n'), 'only-header', /aucune ligne en dessous/],
    ['des données sans en-tête', csv('Le Relais;65000;a@b.example\nAutre;65000;b@b.example\n'), 'no-header', /ligne des titres/],
    ['un PDF', csv('%PDF-1.7 …'), 'wrong-type', /PDF/],
    ['une image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'wrong-type', /image/],
    ['un ancien Excel', ole('Workbook'), 'wrong-type', /\.xls\b/],
    ['un classeur protégé', ole('EncryptedPackage'), 'password', /mot de passe/],
    ['une page web', csv('<html><table>'), 'wrong-type', /page web/],
    ['du binaire', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251 < 60 ? 0 : i % 256)), 'binary', /ne contient pas de texte/],
    ['un .ods', zip({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }), 'wrong-type', /OpenDocument/],
    ['un document Word', zip({ 'word/document.xml': strToU8('<a/>') }), 'wrong-type', /Word/],
    ['un zip quelconque', zip({ 'a.txt': strToU8('a') }), 'wrong-type', /sans classeur/],
    ['un classeur coupé', Buffer.from(zip({ 'xl/workbook.xml': strToU8('<workbook/>') })).subarray(0, 40), 'damaged', /abîmé/],
  ])('%s', async (_, bytes, problem, message) => {
    expect(await problemOf(bytes)).toEqual({ problem, message: expect.stringMatching(message) });
  });

  test('trop lourd, trop de lignes', async () => {
    expect(await problemOf(csv('Nom;CP\nA;1\n'), { maxBytes: 5 })).toMatchObject({ problem: 'too-big', message: expect.stringMatching(/Partagez-le/) });
    expect(await problemOf(csv('Nom;CP\nA;1\nB;2\n'), { maxRows: 1 })).toMatchObject({ problem: 'too-many-rows' });
  });
});

describe('ce que nous écrivons', () => {
  const bytesOf = async (pieces: AsyncIterable<string | Uint8Array>) => {
    const parts: Buffer[] = [];
    for await (const piece of pieces) parts.push(Buffer.from(piece as Uint8Array));
    return Buffer.concat(parts);
  };
  const table = [
    ['SIRET', 'Nom', 'Effectif', 'Actif', 'Vu le', 'Note'],
    ['00572078400106', '=cmd|\' /C calc\'!A0', 12.5, true, new Date('2024-03-12T00:00:00Z'), null],
    ['41071771400035', 'L’Œuvre ; "Le Relais"\nbis', 0, false, null, ' bord '],
  ];

  test('un CSV se relit à l’identique, et rien ne s’y exécute', async () => {
    const bytes = await bytesOf(writeCsv(table));
    const text = bytes.toString();
    expect(text.startsWith('\uFEFFSIRET;')).toBe(true);
    expect(text).toContain(";'=cmd|");
    expect(await rowsOf(bytes)).toEqual([
      { line: 2, cells: ['00572078400106', "=cmd|' /C calc'!A0", '12,5', 'oui', '2024-03-12', ''] },
      { line: 3, cells: ['41071771400035', 'L’Œuvre ; "Le Relais"\nbis', '0', 'non', '', ' bord '] },
    ]);
  });

  test('un XLSX se relit à l’identique', async () => {
    const bytes = await bytesOf(writeXlsx(table, { sheetName: 'Partenaires / 2024' }));
    expect(await readSheet(bytes)).toMatchObject({ kind: 'xlsx', sheetName: 'Partenaires   2024', headers: table[0] });
    expect((await rowsOf(bytes)).map((row) => row.cells)).toEqual([
      ['00572078400106', "=cmd|' /C calc'!A0", '12.5', 'oui', '2024-03-12', ''],
      ['41071771400035', 'L’Œuvre ; "Le Relais"\nbis', '0', 'non', '', ' bord '],
    ]);
  });

  test.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '+33cmd', '-2+3+cmd', '＝1'])('« %s » est neutralisé', (cell) => {
    expect(neutraliseFormula(cell)).toBe(`'${cell}`);
  });

  test.each(['+33 5 36 49 12 08', '+33536491208', '-12,5', '-', '05 36 49 12 08', "'déjà", 'L=M'])('« %s » reste tel quel', (cell) => {
    expect(neutraliseFormula(cell)).toBe(cell);
  });

  test('quoi qu’on écrive, on le relit (hors une apostrophe déjà mise devant une formule)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }).filter((cell) => !cell.startsWith("'")), (cell) => {
        expect(withoutGuard(neutraliseFormula(cell))).toBe(cell);
      }),
    );
  });
});
