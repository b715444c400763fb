import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet, SheetError, sheetLimits, type SheetRow } from '~/adapters/spreadsheet/read-sheet';
import { inflateEntry, zipEntries } from './zip-entries';

type Book = { sheets: Record<string, string>; strings?: string[]; styles?: string; workbookPr?: string; states?: Record<string, string> };

/** A workbook made by hand, as small as Excel would accept. */
function workbook({ sheets, strings = [], styles = '', workbookPr = '', states = {} }: Book): Uint8Array {
  const names = Object.keys(sheets);
  return zipSync({
    '_rels/.rels': strToU8('<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr ${workbookPr}/><x:sheets>${names.map((name, i) => `<x:sheet name="${name}" r:id="s${i}" ${states[name] ? `state="${states[name]}"` : ''}/>`).join('')}</x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, i) => `<Relationship Id="s${i}" Type="http://x/worksheet" Target="/xl/worksheets/sheet${i}.xml"/>`).join('')}<Relationship Id="a" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="b" Type="http://x/styles" Target="./styles.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.map((text) => `<si>${text.startsWith('<') ? text : `<t>${text}</t>`}</si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i}.xml`, strToU8(`<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`)])),
  });
}

const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row r="1">${inline('A1', 'Nom')}${inline('B1', 'SIRET')}${inline('C1', 'Vu le')}</row>`;

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of (await readSheet(bytes)).rows) rows.push(row);
  return rows;
}

describe('XLSX', () => {
  test('textes partagés, texte riche, guide phonétique, caractères échappés', async () => {
    const bytes = workbook({
      strings: ['Le Relais', '<r><t>Le </t></r><r><t xml:space="preserve">Relais</t></r><rPh><t>rele</t></rPh>', 'a_x000D_b &amp; c'],
      sheets: { Feuille: `${header}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>` },
    });
    expect(await rowsOf(bytes)).toEqual([{ line: 2, cells: ['Le Relais', 'Le Relais', 'a\rb & c'] }]);
  });

  test('un SIRET en nombre garde ses quatorze chiffres, un code postal formaté son zéro, une date devient lisible', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="166" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs>';
    const cell = (reference: string, value: string, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
    const bytes = workbook({
      styles,
      sheets: {
        Feuille: `${header}<row r="2">${cell('A2', '41071771400035')}${cell('B2', '4.1071771400035E13')}${cell('C2', '46.105747000000001')}</row><row r="4">${cell('A4', '1000', 1)}${cell('B4', '45363', 2)}${cell('C4', '45363.5', 3)}</row><row r="5">${cell('A5', '45363', 4)}${cell('B5', '0.375', 5)}${cell('C5', '-2.5')}</row>`,
      },
    });
    expect((await rowsOf(bytes)).map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '41071771400035', '41071771400035', '46.105747'],
      [4, '01000', '2024-03-12', '2024-03-12 12:00'],
      [5, '2024-03-12', '09:00', '-2.5'],
    ]);
  });

  test('le calendrier de 1904, les booléens, les formules et leurs erreurs', async () => {
    const bytes = workbook({
      workbookPr: 'date1904="1"',
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      sheets: {
        Feuille: `${header}<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>calculé</v></c><c r="C2" s="1"><v>43901</v></c></row><row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3"><f>SUM(A1)</f></c>${inline('C3', 'x')}</row>`,
      },
    });
    expect(await rowsOf(bytes)).toEqual([
      { line: 2, cells: ['oui', 'calculé', '2024-03-12'] },
      { line: 3, cells: ['', '', 'x'], notes: [expect.stringMatching(/A3 contient une erreur de formule \(#DIV\/0!\)/), expect.stringMatching(/B3 contient une formule sans résultat/)] },
    ]);
  });

  test('cellules vides au milieu, cellules sans adresse, en-tête fusionné au-dessus', async () => {
    const bytes = workbook({
      sheets: {
        Feuille: `<row r="1">${inline('A1', 'Annuaire')}</row>${header.replace('r="1"', 'r="3"').replace(/([ABC])1/g, '$13')}<row r="5"><c r="C5" t="inlineStr"><is><t>seul</t></is></c></row><row><c/><c t="inlineStr"><is><t>deux</t></is></c></row>`,
      },
    });
    expect((await readSheet(bytes)).headerLine).toBe(3);
    expect(await rowsOf(bytes)).toEqual([
      { line: 5, cells: ['', '', 'seul'] },
      { line: 6, cells: ['', 'deux', ''] },
    ]);
  });

  test('la première feuille visible et remplie est lue, et le choix est dit', async () => {
    const row = `<row r="2">${inline('A2', 'Le Relais')}</row>`;
    const sheet = await readSheet(workbook({ sheets: { Vide: '', Cachée: header + row, Partenaires: header + row, Autre: header + row }, states: { Cachée: 'hidden' } }));
    expect(sheet).toMatchObject({ sheetName: 'Partenaires', warnings: [expect.stringMatching(/2 feuilles remplies : seule « Partenaires » est lue/)] });
  });

  test('une bombe zip est arrêtée en route, sans remplir la mémoire', async () => {
    const bomb = workbook({ sheets: { Feuille: header + `<row>${`<c x="${'a'.repeat(1000)}"/>`.repeat(24_000)}</row>` } });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(readSheet(bomb)).rejects.toMatchObject({ problem: 'zip-bomb' } satisfies Partial<SheetError>);
    const bytes = Buffer.from(bomb);
    let inflated = 0;
    const unzip = async () => {
      for await (const chunk of inflateEntry(bytes, zipEntries(bytes).get('xl/worksheets/sheet0.xml')!, sheetLimits)) inflated += chunk.length;
    };
    await expect(unzip()).rejects.toMatchObject({ problem: 'zip-bomb' });
    expect(inflated).toBeLessThanOrEqual(16 * 1024 * 1024); // of some 24 MiB
  });

  test('un texte sans fin est arrêté aussi, et les entités d’un DOCTYPE ne s’étendent pas', async () => {
    const endless = workbook({ sheets: { Feuille: header + `<row r="2">${inline('A2', 'A'.repeat(12 * 1024 * 1024))}</row>` } });
    const problem = async () => {
      for await (const row of (await readSheet(endless)).rows) void row;
    };
    await expect(problem()).rejects.toMatchObject({ problem: 'zip-bomb' });
    const entity = workbook({ sheets: { Feuille: header }, strings: ['&lol;'] });
    await expect(readSheet(entity)).rejects.toMatchObject({ problem: 'damaged' });
  });

  test('un classeur abîmé le dit', async () => {
    await expect(readSheet(workbook({ sheets: { Feuille: '<row><c></row>' } }))).rejects.toMatchObject({ problem: 'damaged' });
    const bytes = Buffer.from(workbook({ sheets: { Feuille: header } }));
    bytes.fill(0xff, 60, 200);
    await expect(readSheet(bytes)).rejects.toBeInstanceOf(SheetError);
  });
});
