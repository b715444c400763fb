import { Link } from '@remix-run/react';
import type { ImportItemView } from '~/domain/import/imports.queries.server';
import { formatSiret } from '~/domain/organisation/siret';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { Diff } from '~/ui/diff';
import { EmptyState } from '~/ui/empty-state';
import { Pager } from '~/ui/pager';
import type { ItemsPage } from './load-items.server';
import { QuestionForm } from './question-form';

/** A page of what importing does: for each organisation, what changes and what was noticed. */
export function ItemList({ importId, list, isDone }: { importId: string; list: ItemsPage; isDone: boolean }) {
  const { tab, items, rank, total, hasMore, hasLess } = list;
  const at = (name: 'apres' | 'avant', position: number | undefined) => `?groupe=${tab}&${name}=${position}`;
  return (
    <>
      <DataTable
        caption="Organisations du fichier"
        rows={items}
        rowKey={({ position }) => String(position)}
        columns={columnsOf(importId, tab, isDone)}
        empty={<EmptyState icon="ok" title="Rien ici" text="Aucune organisation du fichier n’est dans ce cas." />}
      />
      {items.length > 0 && (
        <Pager
          from={rank + 1}
          to={rank + items.length}
          total={total}
          previousTo={hasLess ? at('avant', items[0]?.position) : undefined}
          nextTo={hasMore ? at('apres', items.at(-1)?.position) : undefined}
        />
      )}
    </>
  );
}

function columnsOf(importId: string, tab: ItemsPage['tab'], isDone: boolean): Column<ImportItemView>[] {
  const name: Column<ImportItemView> = {
    key: 'name',
    header: tab === 'refused' ? 'Ligne' : 'Organisation',
    isRowHeader: true,
    cell: (item) => <Name item={item} />,
    detail: ({ siret, place, lines }) => [siret ? `SIRET ${formatSiret(siret)}` : null, place, sayLines(lines)].filter(Boolean).join(' · '),
  };
  const notes: Column<ImportItemView> = { key: 'notes', header: tab === 'refused' ? 'Motif' : 'Remarques', cell: ({ notes: said }) => (said.length > 0 ? <Sentences said={said} /> : null) };
  if (tab === 'refused') return [name, notes];
  const changes: Column<ImportItemView> = {
    key: 'changes',
    header: isDone ? 'Ce qui a changé' : tab === 'questions' ? 'Quelle valeur garder ?' : 'Ce qui va changer',
    cell: (item) => (tab === 'questions' && !isDone ? <QuestionForm importId={importId} item={item} /> : item.changes.length > 0 ? <Changes item={item} /> : null),
  };
  return [name, changes, notes];
}

function Name({ item: { label, partnershipId } }: { item: ImportItemView }) {
  return partnershipId ? <Link to={paths.partner(partnershipId)}>{label}</Link> : <span className="break-words">{label}</span>;
}

function Changes({ item }: { item: ImportItemView }) {
  return (
    <ul className="grid gap-1">
      {item.changes.map(({ label, from, to }) => (
        <li key={label}>
          <span className="muted">{label} :</span> <Diff from={from} to={to} />
        </li>
      ))}
    </ul>
  );
}

function Sentences({ said }: { said: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {said.map((sentence, index) => (
        <li key={index} className="break-words">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** `ligne 12`, `lignes 12, 40 et 41`. */
function sayLines(lines: readonly number[]): string {
  if (lines.length === 1) return `ligne ${lines[0]}`;
  const shown = lines.slice(0, 6);
  const more = lines.length - shown.length;
  return `lignes ${more > 0 ? `${shown.join(', ')} et ${more} autres` : `${shown.slice(0, -1).join(', ')} et ${shown.at(-1)}`}`;
}
