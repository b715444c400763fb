import { isUtf8 } from 'node:buffer';
import type { Encoding } from './sheet';
import { SheetError } from './sheet-error';

/** Characters of Windows-1252 at 0x80–0x9F, where it differs from Latin-1; the five holes stay as they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const CHUNK = 256 * 1024;

/**
 * Finds a text's encoding: a byte-order mark first, then UTF-16 by its zeros, then UTF-8 when every byte agrees with it,
 * else Windows-1252 (what Excel saves in France). Throws when the bytes are no text.
 */
export function findEncoding(bytes: Buffer): { encoding: Encoding; bom: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const sample = bytes.subarray(0, 64 * 1024);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i += 1) if (sample[i] === 0) zeros[i % 2]! += 1;
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.1) return { encoding: 'utf-16le', bom: 0 };
  if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.1) return { encoding: 'utf-16be', bom: 0 };
  if (zeros[0]! + zeros[1]! > Math.max(8, sample.length * 0.01)) {
    throw new SheetError('binary', 'Ce fichier n’est pas un tableau : il ne contient pas de texte. Choisissez un fichier .csv ou .xlsx.');
  }
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', bom: 0 };
}

/** Gives the text of a file by pieces, so that a large one is never held twice in memory. */
export function* decodeText(bytes: Buffer, encoding: Encoding, bom: number): Generator<string> {
  if (encoding === 'windows-1252') {
    for (let at = bom; at < bytes.length; at += CHUNK) {
      const piece = bytes.toString('latin1', at, Math.min(at + CHUNK, bytes.length));
      yield piece.replace(/[\u0080-\u009F]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter);
    }
    return;
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: false });
  for (let at = bom; at < bytes.length; at += CHUNK) yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}
