import type { Ctx } from '~/access/context';
import type { ImportSubject } from './import-subjects';
import { cleanText } from '~/domain/text/clean';

/** A file that arrived; its bytes are kept elsewhere under `fileKey`. */
export type StartImport = { fileKey: string; fileName: string; size: number; sha256: string; /** Show the columns even when all are sure. */ askColumns: boolean; subject?: ImportSubject };

/** Takes in a file: the import exists, and a job reads it. */
export async function startImport(ctx: Ctx, { fileKey, fileName, size, sha256, askColumns, subject = 'partners' }: StartImport): Promise<{ importId: string }> {
  const name = cleanText(fileName).slice(0, 200) || 'fichier';
  const { id } = await ctx.db.importBatch.create({ data: { subject, fileName: name, fileKey, fileSize: size, fileSha256: sha256, options: askColumns ? { askColumns } : undefined }, select: { id: true } });
  await ctx.emit('import.requested', { batchId: id, step: 'read' });
  return { importId: id };
}
