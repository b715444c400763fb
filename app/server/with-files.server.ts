import { data, type ActionFunctionArgs } from '@remix-run/node';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey, type Files } from '~/adapters/files/files';
import type { Permission } from '~/access/permissions';
import { cleanText } from '~/domain/text/clean';
import { aboutFile, fileTooBig, largestFile, mostFiles, tooManyFiles } from '~/domain/stored-file/file-limits';
import type { KeepFile } from '~/domain/stored-file/keep-file.server';
import { documentOf } from './document-of.server';
import type { FormValues } from './form.server';
import { admitted, type Command, type Failure } from './http.server';
import { cutOnTheWay, isMultipart, receiveForm, type ReceivedForm } from './receive-upload.server';

/**
 * Commands whose form may send documents in its field `files[]`: they come in the `files` of the visit, each known by its content.
 * One that is refused refuses the form at this field, with all that was typed and, as `fileNames`, the others, to be chosen again:
 * no browser fills that field a second time. What is not kept in the end leaves nothing on the disk.
 */
export function withFiles(permission: Permission, inner: Command): Command {
  const action = async (args: ActionFunctionArgs) => {
    if (!isMultipart(args.request)) return inner(args);
    await admitted(args, permission);
    const store = files();
    const received = await receiveForm(args.request, store, { field: 'files[]', most: mostFiles, maxBytes: largestFile * 1024 * 1024, newKey: newFileKey });
    let isKept = false;
    try {
      const { documents, problems } = await documentsOf(store, received);
      const values = { ...received.values, fileNames: documents.map(({ name }) => name) };
      if (problems.length > 0) return refusedForm(values, problems.join(' '), received.refused.some(({ why }) => why === 'tooBig') ? 413 : 422);
      const answer = await inner.handle(args, values, documents);
      isKept = answer instanceof Response;
      return answer;
    } finally {
      if (!isKept) for (const { key } of received.uploads) await store.delete(key);
    }
  };
  return Object.assign(action, { handle: inner.handle, intents: inner.intents, door: inner.door });
}

/** The documents among what arrived, and a sentence for each file that is none. */
async function documentsOf(store: Files, { uploads, refused, isCut }: ReceivedForm) {
  const documents: KeepFile[] = [];
  const problems = refused.filter(({ why }) => why === 'tooBig').map(({ fileName }) => aboutFile(cleanText(fileName), fileTooBig));
  for (const upload of uploads) {
    const found = await documentOf(store, upload);
    if ('file' in found) documents.push(found.file);
    else problems.push(aboutFile(cleanText(upload.fileName), found.problem));
  }
  if (refused.some(({ why }) => why === 'tooMany')) problems.push(tooManyFiles);
  if (isCut) problems.push(cutOnTheWay);
  return { documents, problems };
}

const refusedForm = (values: FormValues, sentence: string, status: number) =>
  data({ ok: false, intent: typeof values.intent === 'string' ? values.intent : null, errors: { files: sentence }, values } satisfies Failure, status);
