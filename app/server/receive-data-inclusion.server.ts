import { readFile } from 'node:fs/promises';
import type { ActionFunctionArgs } from '@remix-run/node';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import type { Ctx } from '~/access/context';
import type { Permission } from '~/access/permissions';
import { servicesOfFile } from '~/domain/offer/elsewhere/read-data-inclusion-file';
import { asActor } from './db.server';
import type { FormValues } from './form.server';
import { admitted } from './http.server';
import { receiveUpload, refusedFile } from './receive-upload.server';

const MAX_MEGABYTES = 20;
const tooBig = `Ce fichier dépasse ${MAX_MEGABYTES}\u00a0Mo. Limitez l’export à vos départements, ou partagez-le en plusieurs fichiers.`;

/** The action of a form that sends a file of services in its field `file`: what cannot be read is told at once, and leaves nothing on the disk. */
export function receiveServices(permission: Permission, work: (ctx: Ctx, file: { fileKey: string; count: number }, values: FormValues) => Promise<Response>) {
  const action = async (args: ActionFunctionArgs) => {
    const actor = await admitted(args, permission);
    const [store, fileKey] = [files(), newFileKey()];
    const received = await receiveUpload(args.request, store, fileKey, { maxBytes: MAX_MEGABYTES * 1024 * 1024, tooBig });
    if ('problem' in received) return refusedFile(received.problem, received.status);
    const read = servicesOfFile(await readFile(await store.path(fileKey)));
    const problem = !read.ok ? read.sentence : read.services.length === 0 ? 'Ce fichier ne contient aucun service.' : null;
    if (problem || !read.ok) {
      await store.delete(fileKey);
      return refusedFile(problem ?? '', 422);
    }
    try {
      return await asActor(actor, args.context.requestId, (ctx) => work(ctx, { fileKey, count: read.services.length }, received.values));
    } catch (error) {
      await store.delete(fileKey);
      throw error;
    }
  };
  return Object.assign(action, { door: permission });
}
