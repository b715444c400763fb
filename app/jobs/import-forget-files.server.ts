import { files } from '~/adapters/files/chosen-files';
import { asSystem } from '~/server/db.server';

/** A file holds people's names and numbers: once its import is over, nothing needs it (the undo reads the database). */
const KEPT_DAYS = 30;

/** Deletes the files of imports that ended a month before `now`. The list of imports keeps their names. */
export async function forgetImportedFiles(now: Date): Promise<void> {
  const over = await asSystem('old files of imports are forgotten', (db) =>
    db.$queryRaw<{ id: string; fileKey: string }[]>`SELECT id, file_key AS "fileKey" FROM import_batch
      WHERE file_key <> '' AND state IN ('applied', 'undone', 'cancelled', 'failed', 'mapping', 'planned') AND updated_at < ${now}::timestamptz - make_interval(days => ${KEPT_DAYS})`,
  );
  for (const { id, fileKey } of over) {
    await files().delete(fileKey);
    await asSystem('a file was forgotten', (db) => db.$executeRaw`UPDATE import_batch SET file_key = '' WHERE id = ${id}::uuid`);
  }
}
