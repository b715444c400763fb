import { readFile } from 'node:fs/promises';
import type { ActionFunctionArgs } from '@remix-run/node';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import { readSheet, SheetError, sheetLimits } from '~/adapters/spreadsheet/read-sheet';
import { recogniseContent } from '~/adapters/spreadsheet/recognise-content';
import type { Ctx } from '~/access/context';
import type { Permission } from '~/access/permissions';
import { asActor } from './db.server';
import type { FormValues } from './form.server';
import { admitted } from './http.server';
import { receiveUpload, refusedFile, type Upload } from './receive-upload.server';

/** A spreadsheet that arrived whole and is one; its bytes are kept under `key`. */
export type ReceivedSheet = Upload;

/** Above, a file is opened by the job only: opening a large workbook takes seconds, which a web process does not have. */
const OPENED_AT_ONCE = 5 * 1024 * 1024;

const tooBig = `Ce fichier dépasse ${sheetLimits.maxBytes / 1024 / 1024}\u00a0Mo. Partagez-le en plusieurs fichiers, ou enregistrez-le au format .csv.`;

/**
 * The action of a form that sends one spreadsheet in its field `file`: permission, then the bytes stream to the disk
 * under a limit, then the content is checked, then `work` runs in the person's transaction. What is refused comes back to
 * the form as a `Failure`, and leaves nothing on the disk.
 */
export function receiveSheet(permission: Permission, work: (ctx: Ctx, sheet: ReceivedSheet, values: FormValues) => Promise<Response>) {
  const action = async (args: ActionFunctionArgs) => {
    const actor = await admitted(args, permission);
    const store = files();
    const key = newFileKey();
    const received = await receiveUpload(args.request, store, key, { maxBytes: sheetLimits.maxBytes, tooBig });
    if ('problem' in received) return refusedFile(received.problem, received.status);
    const problem = await problemOf(await store.path(key), received.upload.size);
    if (problem) {
      await store.delete(key);
      return refusedFile(problem, 422);
    }
    try {
      return await asActor(actor, args.context.requestId, (ctx) => work(ctx, received.upload, received.values));
    } catch (error) {
      await store.delete(key);
      throw error;
    }
  };
  return Object.assign(action, { door: permission });
}

/** Why these bytes are no spreadsheet, in a sentence; null when they are one. */
async function problemOf(path: string, size: number): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    recogniseContent(bytes);
    if (size <= OPENED_AT_ONCE) await readSheet(bytes);
    return null;
  } catch (error) {
    if (error instanceof SheetError) return error.message;
    throw error;
  }
}
