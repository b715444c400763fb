import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileIsGone, isFileKey, type Files } from './files';

/** Files in a folder of this machine (or a volume that the processes share). */
export function diskFiles(folder: string): Files {
  const place = (key: string) => {
    if (!isFileKey(key)) throw new Error(`not a file key: ${key.slice(0, 40)}`);
    return path.resolve(folder, key);
  };
  const there = async (key: string) => {
    if (!key) throw new FileIsGone();
    const file = place(key);
    await access(file).catch(() => {
      throw new FileIsGone();
    });
    return file;
  };
  return {
    async put(key, bytes) {
      const file = place(key);
      const unfinished = `${file}.part`;
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      let size = 0;
      const measured = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          size += chunk.length;
          done(null, chunk);
        },
      });
      try {
        await pipeline(Readable.from(bytes instanceof Uint8Array ? [bytes] : bytes), measured, createWriteStream(unfinished, { mode: 0o600 }));
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return { size, sha256: hash.digest('hex') };
    },
    read: async (key) => createReadStream(await there(key)),
    path: there,
    delete: (key) => rm(place(key), { force: true }),
  };
}
