import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { addNote } from '~/domain/note/add-note.server';
import { deleteNote } from '~/domain/note/delete-note.server';
import { editNote } from '~/domain/note/edit-note.server';
import { listNotes } from '~/domain/note/note.queries.server';
import { addNoteSchema, editNoteSchema, noteIdSchema, pinNoteSchema } from '~/domain/note/note.schema';
import { pinNote } from '~/domain/note/pin-note.server';
import { knownId, partnershipOf } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { NoteCard } from '~/routes/staff/partners/record/note-card';
import { NoteForm } from '~/routes/staff/partners/record/note-form';
import { failureOf } from '~/routes/staff/partners/record/typed-again';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

export const loader = page('note.read', async (ctx, { params, url }) => {
  const { id } = await partnershipOf(ctx, params.partnerId);
  const { notes, next } = await listNotes(ctx, id, url.searchParams.get('apres'));
  return { notes, nextTo: next ? `${paths.partnerNotes(id)}?apres=${next}` : null, mayWrite: actorMay(ctx.actor, 'note.write'), mayDelete: actorMay(ctx.actor, 'history.restore') };
});

export const action = commands({
  add: command('note.write', addNoteSchema, async (ctx, { body }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await addNote(ctx, { partnershipId, body });
    return redirectWith(paths.partnerNotes(partnershipId), { kind: 'ok', text: 'La note est ajoutée.' });
  }),
  edit: command('note.write', editNoteSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await editNote(ctx, { ...input, partnershipId });
    return redirectWith(paths.partnerNotes(partnershipId), { kind: 'ok', text: 'La note est enregistrée.' });
  }),
  pin: command('note.write', pinNoteSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await pinNote(ctx, { ...input, partnershipId });
    return redirectWith(paths.partnerNotes(partnershipId), { kind: 'ok', text: input.isPinned ? 'La note reste en haut.' : 'La note est revenue à sa date.' });
  }),
  delete: command('note.write', noteIdSchema, async (ctx, { noteId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await deleteNote(ctx, { partnershipId, noteId });
    return redirectWith(paths.partnerNotes(partnershipId), { kind: 'ok', text: 'La note est supprimée.', action: { label: 'Annuler', to: paths.partnerNoteRestore(partnershipId, noteId) } });
  }),
});

export default function PartnerNotes() {
  const { notes, nextTo, mayWrite, mayDelete } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <div className="max-w-4xl">
      {mayWrite && <Card><NoteForm key={`${notes.length}${notes[0]?.id}`} failure={failureOf(failure, 'add')} /></Card>}
      {notes.length === 0 && <EmptyState icon="message" title="Aucune note" text="Ce que vous notez ici sert à la personne qui reprendra le dossier." />}
      {notes.map((note) => (
        <NoteCard key={`${note.id}${note.version}`} note={note} mayWrite={mayWrite} mayDelete={mayDelete} failure={failureOf(failure, 'edit', 'noteId', note.id)} />
      ))}
      {nextTo && <LinkButton to={nextTo}>Notes plus anciennes</LinkButton>}
    </div>
  );
}
