import type { ActionFunctionArgs } from '@remix-run/node';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import type { Ctx } from '~/access/context';
import type { Permission } from '~/access/permissions';
import { DomainError } from '~/domain/errors';
import { fileTooBig, largestFile } from '~/domain/stored-file/file-limits';
import type { KeepFile } from '~/domain/stored-file/keep-file.server';
import { asActor } from './db.server';
import { admitted, toHttp, visitOf, type Visit } from './http.server';
import { documentOf } from './document-of.server';
import { receiveUpload, refusedFile } from './receive-upload.server';

/**
 * The action of a form that sends one document in its field `file`: permission, then the bytes stream to the disk under a limit,
 * then the content says what it is, then `work` runs in the person's transaction. What is refused leaves nothing on the disk.
 */
export function receiveFile(permission: Permission, work: (ctx: Ctx, file: KeepFile, visit: Visit) => Promise<Response>) {
  const action = async (args: ActionFunctionArgs) => {
    const actor = await admitted(args, permission);
    const [store, key] = [files(), newFileKey()];
    const received = await receiveUpload(args.request, store, key, { maxBytes: largestFile * 1024 * 1024, tooBig: fileTooBig });
    if ('problem' in received) return refusedFile(received.problem, received.status);
    const found = await documentOf(store, received.upload);
    if ('problem' in found) {
      await store.delete(key);
      return refusedFile(found.problem, 422);
    }
    try {
      return await asActor(actor, args.context.requestId, (ctx) => work(ctx, found.file, visitOf(args)));
    } catch (error) {
      await store.delete(key);
      if (error instanceof DomainError) return toHttp(error);
      throw error;
    }
  };
  return Object.assign(action, { door: permission });
}
