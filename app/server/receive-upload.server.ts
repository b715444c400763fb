import { data } from '@remix-run/node';
import type { Files } from '~/adapters/files/files';
import type { FormValues } from './form.server';
import type { Failure } from './http.server';
import { BodyWasCut, readMultipart, type MultipartEvent } from './multipart.server';

/** A file that arrived whole; its bytes are kept under `key`. */
export type Upload = { key: string; fileName: string; size: number; sha256: string };

/** Room for the other fields and the boundaries of the form. */
const FORM_ROOM = 64 * 1024;
/** A body too long is read to its end this far, because a browser reads the answer only once it has sent all. */
const PATIENCE = 1024 * 1024 * 1024;

/** The refusal of a file, beside its field. */
export const refusedFile = (file: string, status: number) => data({ ok: false, intent: null, errors: { file }, values: {} } satisfies Failure, status);

type Received = { upload: Upload; values: FormValues } | { problem: string; status: number };

/** Streams the field `file` of a form to the store under a limit, and reads the fields around it. What fails leaves nothing behind. */
export async function receiveUpload(request: Request, store: Files, key: string, { maxBytes, tooBig }: { maxBytes: number; tooBig: string }): Promise<Received> {
  const body = request.body as unknown as AsyncIterable<Uint8Array> | null;
  if (!body || !/^multipart\/form-data/i.test(request.headers.get('Content-Type') ?? '')) return { problem: 'Choisissez un fichier.', status: 422 };
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes + FORM_ROOM) {
    await drain(body);
    return { problem: tooBig, status: 413 };
  }
  const values: FormValues = {};
  let upload: Upload | null = null;
  const events = readMultipart(body, request.headers.get('Content-Type') ?? '');
  try {
    let next = await events.next();
    while (!next.done) {
      const event = next.value;
      if (event.kind === 'part' && event.name === 'file' && event.fileName && !upload) {
        const bytes = bytesOfPart(events, maxBytes);
        const { size, sha256 } = await store.put(key, bytes.all());
        upload = { key, fileName: event.fileName.slice(0, 200), size, sha256 };
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
  return upload ? { upload, values } : { problem: 'Choisissez un fichier.', status: 422 };
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
