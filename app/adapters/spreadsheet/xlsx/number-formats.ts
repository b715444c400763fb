import { readWholeXml } from './read-xml';

/** How a style writes its numbers: as a date, as a date with a time, padded with zeros to a length, or plainly. */
export type NumberFormat = { kind: 'plain' } | { kind: 'date' | 'time' | 'datetime' } | { kind: 'padded'; length: number };

const plain: NumberFormat = { kind: 'plain' };

/** Reads the styles of a workbook: cell style number → how it writes numbers. */
export async function readNumberFormats(pieces: AsyncIterable<Buffer>): Promise<NumberFormat[]> {
  const custom = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await readWholeXml(pieces, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) formats.push(formatOf(Number(attributes.numFmtId ?? 0), custom));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

/** The text of a number under a format. `epoch1904`: the workbook counts days from 1904 (old Macintosh). Dates are ISO 8601. */
export function writeNumber(raw: string, format: NumberFormat, epoch1904: boolean): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (format.kind === 'padded' && Number.isInteger(value)) return String(value).padStart(format.length, '0');
  if (format.kind === 'date' || format.kind === 'time' || format.kind === 'datetime') return writeDate(value, format.kind, epoch1904);
  // String() keeps every digit of a SIRET and gives 46.105747 for the 46.105747000000001 that Excel stores.
  return Math.abs(value) < 1e21 ? String(value) : raw;
}

function formatOf(id: number, custom: ReadonlyMap<number, string>): NumberFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' };
  if (id === 22) return { kind: 'datetime' };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' };
  const code = custom.get(id);
  if (!code) return plain;
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0]!.toLowerCase();
  if (/^0{2,}$/.test(bare)) return { kind: 'padded', length: bare.length };
  const hasDay = /[yd]|(?<![h:])m(?!.*[:s])/.test(bare) && !/[#0?]/.test(bare.replace(/\.0+$/, ''));
  const hasTime = /[hs]/.test(bare);
  if (hasDay) return { kind: hasTime ? 'datetime' : 'date' };
  return hasTime ? { kind: 'time' } : plain;
}

/** Days since 30 December 1899 (Excel's 1900 is wrongly a leap year, which this epoch absorbs from March 1900 on). */
function writeDate(days: number, kind: 'date' | 'time' | 'datetime', epoch1904: boolean): string {
  const epoch = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.round(days * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return String(days);
  const [day, time] = [date.toISOString().slice(0, 10), date.toISOString().slice(11, 16)];
  if (kind === 'time' && days < 1) return time;
  return kind === 'date' || (days % 1 === 0 && kind === 'datetime') ? day : `${day} ${time}`;
}
