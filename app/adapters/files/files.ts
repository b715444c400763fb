import type { Readable } from 'node:stream';

/** Where files of people are kept: what was imported today, documents tomorrow. One contract, whatever holds them. */
export type Files = {
  /**
   * Keeps the bytes under a key made by `newFileKey`. When the stream fails half-way, nothing stays and the error rises.
   * Answers the size in bytes and the sha256 (hexadecimal) of what was written.
   */
  put: (key: string, bytes: AsyncIterable<Uint8Array> | Uint8Array) => Promise<{ size: number; sha256: string }>;
  /** The bytes again. Rejects with `FileIsGone` when the key holds nothing, or is empty (a file that was forgotten). */
  read: (key: string) => Promise<Readable>;
  /** A path of this machine where the bytes can be read, for what wants a file rather than a stream. */
  path: (key: string) => Promise<string>;
  /** Forgets the bytes; a key that holds nothing is no error. */
  delete: (key: string) => Promise<void>;
};

/** The bytes are not there any more: deleted by somebody, or a volume that was not kept. */
export class FileIsGone extends Error {
  override name = 'FileIsGone';
  constructor() {
    super('Le fichier n’est plus sur le serveur. Envoyez-le de nouveau.');
  }
}

/** A key by chance: a path never holds what a person typed. Two letters first, so that no folder grows without end. */
export function newFileKey(): string {
  const chance = crypto.randomUUID().replaceAll('-', '');
  return `${chance.slice(0, 2)}/${chance.slice(2)}`;
}

export const isFileKey = (key: string) => /^[0-9a-f]{2}\/[0-9a-f]{30}$/.test(key);
