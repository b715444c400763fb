import { requiredLine } from '~/domain/partner/typed-text';
import { cleanLines } from '~/domain/text/clean';
import { z } from '~/domain/zod';
import { longestNote } from './longest-note';

const body = z
  .string()
  .nullish()
  .transform((text) => cleanLines(text ?? ''))
  .pipe(
    z.string().min(1, 'Écrivez d’abord la note.').max(longestNote, {
      error: ({ input }) => `Cette note a ${typeof input === 'string' ? input.length.toLocaleString('fr-FR') : 'trop de'} caractères : ${longestNote.toLocaleString('fr-FR')} au plus.`,
    }),
  );

export const addNoteSchema = z.object({ body });
export const noteIdSchema = z.object({ noteId: z.uuid() });
export const editNoteSchema = noteIdSchema.extend({ body, version: z.coerce.number().int() });
export const pinNoteSchema = noteIdSchema.extend({ isPinned: requiredLine('?').transform((value) => value === 'oui') });
