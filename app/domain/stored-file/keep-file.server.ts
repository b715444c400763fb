import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';

/** A file that arrived and was recognised; its bytes are kept elsewhere under `fileKey`. */
export type KeepFile = { fileKey: string; name: string; mediaType: string; size: number; sha256: string };

/** Writes down files of the agency, signed by who sent them, in their order. What they belong to points to them. Throws `invalid('files')` when there is none. */
export async function keepFiles(ctx: Ctx, files: readonly KeepFile[]): Promise<string[]> {
  if (files.length === 0) throw invalid('files', 'Choisissez au moins un fichier.');
  const ids: string[] = [];
  for (const { fileKey, name, mediaType, size, sha256 } of files) ids.push((await ctx.db.storedFile.create({ data: { fileKey, name, mediaType, size, sha256 }, select: { id: true } })).id);
  return ids;
}
