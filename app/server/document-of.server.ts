import { readFile } from 'node:fs/promises';
import type { Files } from '~/adapters/files/files';
import { fileKinds, recogniseFile } from '~/adapters/files/recognise-file';
import { fileNameOf } from '~/domain/stored-file/file-name';
import type { KeepFile } from '~/domain/stored-file/keep-file.server';
import type { Upload } from './receive-upload.server';

/** What arrived, as a document: its kind by its content, a name that says so. Or why it is not kept, in a sentence. */
export async function documentOf(store: Files, { key, fileName, size, sha256 }: Upload): Promise<{ file: KeepFile } | { problem: string }> {
  const found = recogniseFile(await readFile(await store.path(key)));
  if (!found.ok) return { problem: found.sentence };
  const { mediaType, extensions } = fileKinds[found.kind];
  return { file: { fileKey: key, name: fileNameOf(fileName, extensions), mediaType, size, sha256 } };
}
