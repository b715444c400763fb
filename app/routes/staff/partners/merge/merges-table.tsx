import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { dayOf } from '~/domain/text/french-date';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';

type Merge = { id: string; mergedName: string; at: Date; by: string | null; until: Date | null; undoneAt: Date | null; undoneBy: string | null };

/** Merges done, of two partners or of two organisations, each with its undo while there is time. `kept` shows the one that took the other in. */
export function MergesTable<M extends Merge>({ merges, caption, header, kept, undoAt, whenNone }: { merges: readonly M[]; caption: string; header: string; kept: (merge: M) => ReactNode; undoAt: (id: string) => string; /** Where a merge begins. */ whenNone: string }) {
  return (
    <Card flush>
      <DataTable
        caption={caption}
        rows={merges}
        rowKey={({ id }) => id}
        columns={[
          { key: 'what', header, isRowHeader: true, cell: (merge) => <>{kept(merge)} a repris {merge.mergedName}</> },
          { key: 'when', header: 'Le', cell: ({ at }) => dayOf(at), nowrap: true },
          { key: 'who', header: 'Par', cell: ({ by }) => by ?? 'Ancien compte' },
          { key: 'state', header: 'Annuler', cell: (merge) => <UndoMerge merge={merge} action={undoAt(merge.id)} /> },
        ]}
        empty={<EmptyState icon="merge" title="Aucune fusion" text={whenNone} />}
      />
    </Card>
  );
}

function UndoMerge({ merge: { mergedName, until, undoneAt, undoneBy }, action }: { merge: Merge; action: string }) {
  if (undoneAt) return <>Annulée le {dayOf(undoneAt)}{undoneBy ? ` par ${undoneBy}` : ''}</>;
  if (!until) return <>Trop ancienne</>;
  return (
    <Form method="post" action={action} className="flex flex-wrap items-center gap-2">
      <Button size="small" icon="undo">Annuler<span className="visually-hidden"> la fusion de {mergedName}</span></Button>
      <span className="muted">jusqu’au {dayOf(until)}</span>
    </Form>
  );
}
