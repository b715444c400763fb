import { redirect } from '@remix-run/node';
import { restoreNote } from '~/domain/note/restore-note.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a note was taken away. Opened as a page, it leads to the notes. */
export const loader = page('note.read', async (_ctx, { params }) => redirect(paths.partnerNotes(knownId(params.partnerId))));

export const action = command('note.write', z.object({}), async (ctx, _input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  await restoreNote(ctx, { partnershipId, noteId: knownId(params.noteId, 'Cette note n’existe pas, ou plus.') });
  return redirectWith(paths.partnerNotes(partnershipId), { kind: 'ok', text: 'La note est de nouveau là.' });
});
