import { createInflateRaw } from 'node:zlib';
import { withPassword } from '~/adapters/spreadsheet/recognise-content';
import type { SheetLimits } from '~/adapters/spreadsheet/sheet';
import { SheetError } from '~/adapters/spreadsheet/sheet-error';

/** A file inside a zip, as its central directory tells it; declared unzipped sizes are never believed. */
export type ZipEntry = { name: string; method: number; start: number; zippedSize: number };

/** Up to this many unzipped bytes, any ratio is accepted: small parts can be very repetitive. */
const HARMLESS = 16 * 1024 * 1024;

const damaged = () => new SheetError('damaged', 'Ce classeur est abîmé. Ouvrez-le dans un tableur, enregistrez-le de nouveau, puis choisissez-le.');

/** Lists the files of a zip held in memory, by name. Throws `SheetError` when it is damaged or has a password. */
export function zipEntries(bytes: Buffer): Map<string, ZipEntry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged();
    if (bytes.readUInt16LE(at + 8) & 1) throw withPassword();
    const nameLength = bytes.readUInt16LE(at + 28);
    const header = bytes.readUInt32LE(at + 42);
    if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== 0x04034b50) throw damaged();
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\//, '');
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const zippedSize = bytes.readUInt32LE(at + 20);
    if (start + zippedSize > bytes.length) throw damaged();
    entries.set(name.toLowerCase(), { name, method: bytes.readUInt16LE(at + 10), start, zippedSize });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Unzips one file by pieces and counts what comes out: beyond the limits it stops with a `zip-bomb` error, so that a
 * few kilobytes can never fill the memory.
 */
export async function* inflateEntry(bytes: Buffer, entry: ZipEntry, limits: SheetLimits): AsyncGenerator<Buffer> {
  const zipped = bytes.subarray(entry.start, entry.start + entry.zippedSize);
  if (entry.method === 0) {
    for (let at = 0; at < zipped.length; at += 65536) yield zipped.subarray(at, at + 65536);
    return;
  }
  if (entry.method !== 8) throw damaged();
  const inflater = createInflateRaw({ chunkSize: 64 * 1024 });
  inflater.end(zipped);
  let inflated = 0;
  try {
    for await (const chunk of inflater as AsyncIterable<Buffer>) {
      inflated += chunk.length;
      if (inflated > limits.maxInflatedBytes || (inflated > HARMLESS && inflated > limits.maxInflation * zipped.length)) {
        throw new SheetError('zip-bomb', 'Ce classeur est anormalement volumineux une fois décompressé : il n’est pas lu. Recopiez ses valeurs dans un nouveau classeur.');
      }
      yield chunk;
    }
  } catch (error) {
    throw error instanceof SheetError ? error : damaged();
  } finally {
    inflater.destroy();
  }
}
