import type { Ctx } from '~/access/context';

/** A file that arrived and was recognised; its bytes are kept elsewhere under `fileKey`. */
export type KeepFile = { fileKey: string; name: string; mediaType: string; size: number; sha256: string };

/** Writes down a file of the agency, signed by who sent it. What it belongs to points to it. */
export async function keepFile(ctx: Ctx, { fileKey, name, mediaType, size, sha256 }: KeepFile): Promise<{ fileId: string }> {
  const { id } = await ctx.db.storedFile.create({ data: { fileKey, name, mediaType, size, sha256 }, select: { id: true } });
  return { fileId: id };
}
