import { Form } from '@remix-run/react';
import { shortName } from '~/access/actor';
import { momentOf } from '~/domain/text/french-date';
import type { Failure } from '~/server/http.server';
import { ActionMenu, MenuButton } from '~/ui/action-menu';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { NoteForm } from './note-form';

export type KnownNote = { id: string; body: string; isPinned: boolean; isOwn: boolean; createdAt: Date; updatedAt: Date; version: number; author: { firstName: string; lastName: string } | null };

type NoteCardProps = { note: KnownNote; mayWrite: boolean; mayDelete: boolean; failure?: Failure };

/** A note: who wrote it and when, and its text. */
export function NoteCard({ note, mayWrite, mayDelete, failure }: NoteCardProps) {
  const { id, body, isPinned, isOwn, createdAt, author } = note;
  const by = author ? shortName(author) : 'Ancien compte';
  return (
    <Card
      title={<span className="text-base">{by}, le <time dateTime={createdAt.toISOString()}>{momentOf(createdAt)}</time></span>}
      action={
        mayWrite && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="noteId" value={id} />
            <input type="hidden" name="isPinned" value={isPinned ? 'non' : 'oui'} />
            <ActionMenu label={`Actions pour la note de ${by} du ${momentOf(createdAt)}`} iconOnly>
              <MenuButton name="intent" value="pin" icon="pin">{isPinned ? 'Ne plus garder en haut' : 'Garder en haut'}</MenuButton>
              {(isOwn || mayDelete) && <MenuButton name="intent" value="delete" icon="remove" tone="danger">Supprimer</MenuButton>}
            </ActionMenu>
          </Form>
        )
      }
    >
      {isPinned && <p className="mb-1"><Chip tone="wait">Gardée en haut</Chip></p>}
      <p className="whitespace-pre-line break-words" dir="auto">{body}</p>
      {mayWrite && isOwn && (
        <details className="mt-3" open={failure ? true : undefined}>
          <summary>Modifier</summary>
          <div className="mt-3"><NoteForm note={note} failure={failure} /></div>
        </details>
      )}
    </Card>
  );
}
