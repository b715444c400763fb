import { data } from '@remix-run/node';
import type { Files } from '~/adapters/files/files';
import { valuesOf, type FormValues } from './form.server';
import type { Failure } from './http.server';
import { BodyWasCut, readMultipart } from './multipart.server';

/** A file that arrived whole; its bytes are kept under `key`. */
export type Upload = { key: string; fileName: string; size: number; sha256: string };

/** Bytes of what is typed beside the files: two megabytes pasted in a note are answered, and given back. */
const FORM_ROOM = 4 * 1024 * 1024;
/** Bytes of a body too long that are read and left, because a browser reads the answer only once it has sent all. */
const PATIENCE = 1024 * 1024 * 1024;

/** The refusal of a file, beside its field. */
export const refusedFile = (file: string, status: number) => data({ ok: false, intent: null, errors: { file }, values: {} } satisfies Failure, status);

type Received = { upload: Upload; values: FormValues } | { problem: string; status: number };
type Refused = { fileName: string; why: 'tooBig' | 'tooMany' };
/** `isCut`: the body stopped before its end. What was refused was read and left; the rest of the form is there. */
export type ReceivedForm = { uploads: Upload[]; refused: Refused[]; values: FormValues; isCut: boolean };

export const cutOnTheWay = 'L’envoi s’est arrêté en chemin. Vérifiez votre connexion et choisissez de nouveau le fichier.';
export const isMultipart = (request: Request) => /^multipart\/form-data/i.test(request.headers.get('Content-Type') ?? '');

/** Streams the field `file` of a form to the store under a limit, and reads the fields around it. What fails leaves nothing behind. */
export async function receiveUpload(request: Request, store: Files, key: string, { maxBytes, tooBig }: { maxBytes: number; tooBig: string }): Promise<Received> {
  if (!isMultipart(request)) return { problem: 'Choisissez un fichier.', status: 422 };
  const isAnnouncedTooBig = Number(request.headers.get('Content-Length') ?? 0) > maxBytes + FORM_ROOM;
  const { uploads: [upload], refused, values, isCut } = await receiveForm(request, store, { field: 'file', most: isAnnouncedTooBig ? 0 : 1, maxBytes, newKey: () => key });
  const isTooBig = isAnnouncedTooBig || refused.some(({ why }) => why === 'tooBig');
  if (upload && !isTooBig && !isCut) return { upload, values };
  if (upload) await store.delete(upload.key);
  if (isTooBig) return { problem: tooBig, status: 413 };
  return { problem: isCut ? cutOnTheWay : 'Choisissez un fichier.', status: 422 };
}

/**
 * Reads a form while it arrives: the files of `field` stream to the store, at most `most` of at most `maxBytes`, and every other
 * field is kept as typed, whatever becomes of the files. An error of the store rises and leaves nothing behind.
 */
export async function receiveForm(request: Request, store: Files, { field, most, maxBytes, newKey }: { field: string; most: number; maxBytes: number; newKey: () => string }): Promise<ReceivedForm> {
  const [uploads, refused, typed]: [Upload[], Refused[], [string, string][]] = [[], [], []];
  const events = readMultipart((request.body ?? []) as unknown as AsyncIterable<Uint8Array>, request.headers.get('Content-Type') ?? '');
  let [room, isCut] = [FORM_ROOM, false];
  try {
    let next = await events.next();
    for (let skipped = 0; !next.done && skipped <= PATIENCE; ) {
      const event = next.value;
      if (event.kind === 'bytes') {
        skipped += event.bytes.length;
        next = await events.next();
      } else if (event.fileName === null) {
        const { text, after } = await textOfPart(events, room);
        room -= text.length;
        typed.push([event.name, text]);
        next = after;
      } else if (event.name !== field || !event.fileName) {
        next = await events.next();
      } else if (uploads.length === most) {
        refused.push({ fileName: event.fileName, why: 'tooMany' });
        next = await events.next();
      } else {
        const [key, bytes] = [newKey(), bytesOfPart(events, maxBytes)];
        const kept = await store.put(key, bytes.all()).catch((error: unknown) => {
          if (!(error instanceof TooBig)) throw error;
        });
        const fileName = event.fileName.slice(0, 200);
        if (kept) uploads.push({ key, fileName, ...kept });
        else refused.push({ fileName, why: 'tooBig' });
        next = kept ? bytes.after() : await events.next();
      }
    }
  } catch (error) {
    if (!(error instanceof BodyWasCut)) {
      for (const { key } of uploads) await store.delete(key);
      throw error;
    }
    isCut = true;
  }
  return { uploads, refused, values: valuesOf(typed), isCut };
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

/** What was typed in a field, as far as there is room: a text that long is refused by its form, and given back. */
async function textOfPart(events: Events, room: number): Promise<{ text: string; after: Step }> {
  const bytes = bytesOfPart(events, Infinity);
  const pieces: Buffer[] = [];
  let left = room;
  for await (const piece of bytes.all()) {
    if (left > 0) pieces.push(piece.subarray(0, left));
    left -= piece.length;
  }
  return { text: Buffer.concat(pieces).toString('utf8'), after: bytes.after() };
}
