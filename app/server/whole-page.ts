import { Writable } from 'node:stream';

/**
 * What React pipes, in one piece. It writes by 2 kB, and where a letter of several bytes does not fit it leaves zero bytes at the end of the piece (react-dom 18):
 * a browser would show a broken letter in the middle of a word. They are left out: no page holds any.
 */
export function wholePage(pipe: (to: Writable) => void): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    const page = new Writable({ write: (piece: Buffer, _encoding, done) => (pieces.push(unpadded(piece)), done()) });
    page.once('finish', () => resolve(Buffer.concat(pieces)));
    page.once('error', reject);
    pipe(page);
  });
}

function unpadded(piece: Buffer): Uint8Array {
  let end = piece.length;
  while (end > 0 && piece[end - 1] === 0) end -= 1;
  return piece.subarray(0, end);
}
