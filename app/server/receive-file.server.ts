import { readFile } from 'node:fs/promises';
import type { ActionFunctionArgs } from '@remix-run/node';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import { fileKinds, recogniseFile } from '~/adapters/files/recognise-file';
import type { Ctx } from '~/access/context';
import type { Permission } from '~/access/permissions';
import { DomainError } from '~/domain/errors';
import { fileNameOf } from '~/domain/stored-file/file-name';
import { largestFile, type KeepFile } from '~/domain/stored-file/keep-file.server';
import { asActor } from './db.server';
import { admitted, toHttp, visitOf, type Visit } from './http.server';
import { receiveUpload, refusedFile } from './receive-upload.server';

const tooBig = `Ce fichier dépasse ${largestFile}\u00a0Mo. Réduisez-le, ou partagez-le en plusieurs fichiers.`;

/**
 * The action of a form that sends one document in its field `file`: permission, then the bytes stream to the disk under a limit,
 * then the content says what it is, then `work` runs in the person's transaction. What is refused leaves nothing on the disk.
 */
export function receiveFile(permission: Permission, work: (ctx: Ctx, file: KeepFile, visit: Visit) => Promise<Response>) {
  const action = async (args: ActionFunctionArgs) => {
    const actor = await admitted(args, permission);
    const [store, key] = [files(), newFileKey()];
    const received = await receiveUpload(args.request, store, key, { maxBytes: largestFile * 1024 * 1024, tooBig });
    if ('problem' in received) return refusedFile(received.problem, received.status);
    const found = recogniseFile(await readFile(await store.path(key)));
    if (!found.ok) {
      await store.delete(key);
      return refusedFile(found.sentence, 422);
    }
    const { mediaType, extensions } = fileKinds[found.kind];
    const { fileName, size, sha256 } = received.upload;
    try {
      return await asActor(actor, args.context.requestId, (ctx) => work(ctx, { fileKey: key, name: fileNameOf(fileName, extensions), mediaType, size, sha256 }, visitOf(args)));
    } catch (error) {
      await store.delete(key);
      if (error instanceof DomainError) return toHttp(error);
      throw error;
    }
  };
  return Object.assign(action, { door: permission });
}
