import { wrong } from '~/adapters/spreadsheet/recognise-content';
import type { RawRow, SheetLimits } from '~/adapters/spreadsheet/sheet';
import { SheetError } from '~/adapters/spreadsheet/sheet-error';
import { readNumberFormats } from './number-formats';
import { readWholeXml } from './read-xml';
import { readSharedStrings } from './shared-strings';
import { sheetRows, type WorkbookContext } from './sheet-rows';
import { inflateEntry, zipEntries, type ZipEntry } from './zip-entries';

export type OpenedXlsx = { sheetName: string; warnings: string[]; rows: () => AsyncGenerator<RawRow> };

/** Opens a workbook held in memory and picks its first visible sheet that holds something. */
export async function openXlsx(bytes: Buffer, limits: SheetLimits): Promise<OpenedXlsx> {
  const entries = zipEntries(bytes);
  const part = (name: string | undefined) => (name ? entries.get(name.toLowerCase()) : undefined);
  const inflate = (entry: ZipEntry) => inflateEntry(bytes, entry, limits);
  const workbook = part(await mainPart(entries, inflate));
  if (!workbook) throw await notWorkbook(entries, inflate);
  const folder = workbook.name.replace(/[^/]*$/, '');
  const relations = await readRelations(part(`${folder}_rels/${workbook.name.slice(folder.length)}.rels`), inflate);
  const { sheets, epoch1904 } = await readWorkbook(inflate(workbook));
  const related = (type: string) => [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target;
  const strings = part(resolved(folder, related('sharedStrings')));
  const styles = part(resolved(folder, related('styles')));
  const context: WorkbookContext = {
    strings: strings ? await readSharedStrings(inflate(strings)) : [],
    formats: styles ? await readNumberFormats(inflate(styles)) : [],
    epoch1904,
  };
  const filled: { name: string; entry: ZipEntry }[] = [];
  for (const { name, relation, isHidden } of sheets) {
    const entry = part(resolved(folder, relations.get(relation)?.target));
    if (entry && !isHidden && (await holdsSomething(sheetRows(inflate(entry), context)))) filled.push({ name, entry });
  }
  const [chosen] = filled;
  if (!chosen) throw new SheetError('empty', 'Ce classeur ne contient aucune ligne remplie.');
  const warnings = filled.length > 1 ? [`Ce classeur a ${filled.length} feuilles remplies : seule « ${chosen.name} » est lue.`] : [];
  return { sheetName: chosen.name, warnings, rows: () => sheetRows(inflate(chosen.entry), context) };
}

type Inflate = (entry: ZipEntry) => AsyncGenerator<Buffer>;

/** The workbook's part, as the package's own relations say; the usual place when they are silent. */
async function mainPart(entries: ReadonlyMap<string, ZipEntry>, inflate: Inflate): Promise<string | undefined> {
  const relations = await readRelations(entries.get('_rels/.rels'), inflate);
  const target = [...relations.values()].find((relation) => relation.type.endsWith('/officeDocument'))?.target.replace(/^\//, '');
  const name = target && entries.has(target.toLowerCase()) ? target : 'xl/workbook.xml';
  return /(?:^|\/)workbook[^/]*\.xml$/i.test(name) ? name : undefined;
}

async function readWorkbook(pieces: AsyncIterable<Buffer>) {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let epoch1904 = false;
  await readWholeXml(pieces, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', relation, isHidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, epoch1904 };
}

async function readRelations(entry: ZipEntry | undefined, inflate: Inflate): Promise<Map<string, { type: string; target: string }>> {
  const relations = new Map<string, { type: string; target: string }>();
  if (!entry) return relations;
  await readWholeXml(inflate(entry), {
    open(name, { Id, Type, Target }) {
      if (name === 'Relationship' && Id && Type && Target) relations.set(Id, { type: Type, target: Target });
    },
  });
  return relations;
}

/** A relation's target is relative to the workbook's folder, or absolute when it begins with a slash. */
function resolved(folder: string, target: string | undefined): string | undefined {
  if (!target) return undefined;
  return target.startsWith('/') ? target.slice(1) : new URL(target, `http://x/${folder}`).pathname.slice(1);
}

async function holdsSomething(rows: AsyncIterable<RawRow>): Promise<boolean> {
  for await (const row of rows) if (row.cells.some((cell) => cell.trim())) return true;
  return false;
}

/** What a zip that is no workbook is. */
async function notWorkbook(entries: ReadonlyMap<string, ZipEntry>, inflate: Inflate): Promise<SheetError> {
  const mimetype = entries.get('mimetype');
  if (mimetype) {
    const pieces: Buffer[] = [];
    for await (const piece of inflate(mimetype)) pieces.push(piece);
    if (Buffer.concat(pieces).toString().includes('opendocument')) {
      return wrong('un document OpenDocument (.ods, .odt)', 'Ouvrez-le dans LibreOffice, puis enregistrez-le au format .xlsx ou .csv.');
    }
  }
  if (entries.has('xl/workbook.bin')) return wrong('un classeur binaire (.xlsb)', 'Ouvrez-le dans Excel, puis enregistrez-le au format .xlsx.');
  if (entries.has('word/document.xml')) return wrong('un document Word', 'Recopiez son tableau dans un tableur et enregistrez-le au format .xlsx.');
  if (entries.has('ppt/presentation.xml')) return wrong('une présentation', 'Recopiez son tableau dans un tableur et enregistrez-le au format .xlsx.');
  return wrong('une archive zip sans classeur', 'Ouvrez-la et choisissez le tableau qu’elle contient.');
}
