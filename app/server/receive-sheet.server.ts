import { readFile } from 'node:fs/promises';
import { data, type ActionFunctionArgs } from '@remix-run/node';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey, type Files } from '~/adapters/files/files';
import { readSheet, SheetError, sheetLimits } from '~/adapters/spreadsheet/read-sheet';
import { recogniseContent } from '~/adapters/spreadsheet/recognise-content';
import type { Ctx } from '~/access/context';
import type { Permission } from '~/access/permissions';
import { asActor } from './db.server';
import type { FormValues } from './form.server';
import { admitted, type Failure } from './http.server';
import { BodyWasCut, readMultipart, type MultipartEvent } from './multipart.server';

/** A spreadsheet that arrived whole and is one; its bytes are kept under `key`. */
export type ReceivedSheet = { key: string; fileName: string; size: number; sha256: string };

/** Room for the other fields and the boundaries of the form. */
const FORM_ROOM = 64 * 1024;
/** A body too long is read to its end this far, because a browser reads the answer only once it has sent all. */
const PATIENCE = 1024 * 1024 * 1024;
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
    const received = await receive(args.request, store, key);
    if ('problem' in received) return refused(received.problem, received.status);
    const problem = await problemOf(await store.path(key), received.sheet.size);
    if (problem) {
      await store.delete(key);
      return refused(problem, 422);
    }
    try {
      return await asActor(actor, args.context.requestId, (ctx) => work(ctx, received.sheet, received.values));
    } catch (error) {
      await store.delete(key);
      throw error;
    }
  };
  return Object.assign(action, { door: permission });
}

const refused = (file: string, status: number) => data({ ok: false, intent: null, errors: { file }, values: {} } satisfies Failure, status);

type Received = { sheet: ReceivedSheet; values: FormValues } | { problem: string; status: number };

async function receive(request: Request, store: Files, key: string): Promise<Received> {
  const body = request.body as unknown as AsyncIterable<Uint8Array> | null;
  if (!body || !/^multipart\/form-data/i.test(request.headers.get('Content-Type') ?? '')) return { problem: 'Choisissez un fichier.', status: 422 };
  if (Number(request.headers.get('Content-Length') ?? 0) > sheetLimits.maxBytes + FORM_ROOM) {
    await drain(body);
    return { problem: tooBig, status: 413 };
  }
  const values: FormValues = {};
  let sheet: ReceivedSheet | null = null;
  const events = readMultipart(body, request.headers.get('Content-Type') ?? '');
  try {
    let next = await events.next();
    while (!next.done) {
      const event = next.value;
      if (event.kind === 'part' && event.name === 'file' && event.fileName && !sheet) {
        const bytes = bytesOfPart(events, sheetLimits.maxBytes);
        const { size, sha256 } = await store.put(key, bytes.all());
        sheet = { key, fileName: event.fileName.slice(0, 200), size, sha256 };
        next = bytes.after();
        continue;
      }
      next = event.kind === 'part' && event.fileName === null ? await fieldValue(events, event.name, values) : await events.next();
    }
  } catch (error) {
    await store.delete(key);
    if (error instanceof TooBig) {
      await drain(events).catch(() => {});
      return { problem: tooBig, status: 413 };
    }
    if (error instanceof BodyWasCut) return { problem: 'L’envoi s’est arrêté en chemin. Vérifiez votre connexion et choisissez de nouveau le fichier.', status: 422 };
    throw error;
  }
  return sheet ? { sheet, values } : { problem: 'Choisissez un fichier.', status: 422 };
}

class TooBig extends Error {}
type Events = ReturnType<typeof readMultipart>;
type Step = Awaited<ReturnType<Events['next']>>;

/** The bytes of the part that just began, and what came after them. */
function bytesOfPart(events: Events, limit: number) {
  let after: Step = { done: true, value: undefined };
  async function* all() {
    let size = 0;
    for (;;) {
      after = await events.next();
      if (after.done || after.value.kind === 'part') return;
      size += after.value.bytes.length;
      if (size > limit) throw new TooBig();
      yield after.value.bytes;
    }
  }
  return { all, after: () => after };
}

async function fieldValue(events: Events, name: string, values: FormValues): Promise<Step> {
  const bytes = bytesOfPart(events, FORM_ROOM);
  const pieces: Buffer[] = [];
  for await (const piece of bytes.all()) pieces.push(piece);
  values[name] = Buffer.concat(pieces).toString('utf8');
  return bytes.after();
}

async function drain(rest: AsyncIterable<Uint8Array | MultipartEvent>) {
  let read = 0;
  for await (const one of rest) {
    if ('kind' in one) read += one.kind === 'bytes' ? one.bytes.length : 0;
    else read += one.length;
    if (read > PATIENCE) return;
  }
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
