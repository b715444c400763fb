import { Form } from '@remix-run/react';
import { type KeyboardEvent, useState } from 'react';
import { longestNote } from '~/domain/note/longest-note';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { frenchNumber } from '~/ui/french-number';
import { useHydrated } from '~/ui/use-hydrated';
import { Kbd } from '~/ui/kbd';
import { TextArea } from '~/ui/text-area';
import { StaleNotice } from './stale-notice';

type NoteFormProps = { note?: { id: string; version: number; body: string }; failure?: Failure };

/** Writes a note, or corrects the one given. Ctrl+Enter sends it. The limit is said before it is met. */
export function NoteForm({ note, failure }: NoteFormProps) {
  const typed = failure?.values.body;
  const start = typeof typed === 'string' ? typed : (note?.body ?? '');
  const [length, setLength] = useState(start.length);
  const hydrated = useHydrated();
  const left = longestNote - length;

  return (
    <Form method="post" preventScrollReset>
      <FormStack>
        <StaleNotice failure={failure} />
        {note && <input type="hidden" name="noteId" value={note.id} />}
        {note && <input type="hidden" name="version" value={failure?.stale?.version ?? note.version} />}
        <TextArea
          name="body"
          id={note ? `champ-${note.id}` : undefined}
          label={note ? 'Corriger la note' : 'Nouvelle note'}
          hint={left < 1000 ? countSentence(left) : note ? undefined : 'Seule votre Mission Locale la lira.'}
          rows={4}
          required
          defaultValue={start}
          error={failure?.stale ? undefined : failure?.errors.body}
          onChange={(event) => setLength(event.currentTarget.value.length)}
          onKeyDown={sendOnControlEnter}
        />
        <FormActions>
          <Button type="submit" name="intent" value={note ? 'edit' : 'add'} variant="main">{note ? 'Enregistrer' : 'Ajouter la note'}</Button>
          {hydrated && <span className="muted text-sm"><Kbd>Ctrl</Kbd> + <Kbd>Entrée</Kbd></span>}
        </FormActions>
      </FormStack>
    </Form>
  );
}

const countSentence = (left: number) => (left >= 0 ? `Encore ${frenchNumber(left)} caractères possibles.` : `${frenchNumber(-left)} caractères de trop : une note en a ${frenchNumber(longestNote)} au plus.`);

function sendOnControlEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const { form } = event.currentTarget;
  form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[name="intent"]'));
}
