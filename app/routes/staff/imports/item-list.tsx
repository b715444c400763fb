import { Link } from '@remix-run/react';
import { importSubjects, type ImportSubject } from '~/domain/import/import-subjects';
import type { ImportItemView, ImportView } from '~/domain/import/imports.queries.server';
import { kindLabel } from '~/domain/organisation/kinds';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { Diff } from '~/ui/diff';
import { EmptyState } from '~/ui/empty-state';
import { Pager } from '~/ui/pager';
import { ItemFacts, Sentences } from './item-words';
import type { ItemsPage } from './load-items.server';
import { QuestionList } from './question-list';

/** A page of what importing does: for each organisation, what changes and what was noticed. */
export function ItemList({ batch: { id: importId, subject }, list, isDone }: { batch: Pick<ImportView, 'id' | 'subject'>; list: ItemsPage; isDone: boolean }) {
  const { tab, items, rank, total, hasMore, hasLess } = list;
  const at = (name: 'apres' | 'avant', position: number | undefined) => `?groupe=${tab}&${name}=${position}`;
  return (
    <>
      {tab === 'questions' && !isDone && items.length > 0 ? (
        <QuestionList importId={importId} items={items} />
      ) : (
        <DataTable
          caption={subject === 'offers' ? 'Offres du fichier' : 'Organisations du fichier'}
          rows={items}
          rowKey={({ position }) => String(position)}
          columns={columnsOf(subject, tab, isDone, items)}
          empty={<EmptyState icon="ok" title="Rien ici" text={`Aucune ${importSubjects[subject].one} du fichier n’est dans ce cas.`} />}
        />
      )}
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

function columnsOf(subject: ImportSubject, tab: ItemsPage['tab'], isDone: boolean, items: readonly ImportItemView[]): Column<ImportItemView>[] {
  const name: Column<ImportItemView> = {
    key: 'name',
    header: tab === 'refused' ? 'Ligne' : subject === 'offers' ? 'Offre' : 'Organisation',
    isRowHeader: true,
    cell: (item) => <Name item={item} />,
    detail: (item) => <ItemFacts item={item} />,
  };
  const told: Column<ImportItemView> = { key: 'told', header: 'Typologie', cell: ({ kinds }) => kinds.map(kindLabel).join(', '), detail: ({ phone, email }) => [phone, email].filter(Boolean).join(' · ') };
  const asTyped: Column<ImportItemView> = { key: 'typed', header: 'Nom dans le fichier', cell: ({ originalName }) => originalName && <span className="muted break-words">{originalName}</span> };
  const notes: Column<ImportItemView> = { key: 'notes', header: tab === 'refused' ? 'Motif' : 'Remarques', cell: ({ notes: said }) => (said.length > 0 ? <Sentences said={said} /> : null) };
  const isNoted = items.some(({ notes: said }) => said.length > 0);
  if (tab === 'refused') return [name, notes];
  if (tab === 'create' && subject === 'offers') return [name, { key: 'holder', header: 'Proposée par', cell: ({ holder }) => holder ?? 'L’agence' }, ...(isNoted ? [notes] : [])];
  if (tab === 'create') return [name, told, asTyped, ...(isNoted ? [notes] : [])];
  const changes: Column<ImportItemView> = {
    key: 'changes',
    header: isDone ? 'Ce qui a changé' : 'Ce qui va changer',
    cell: (item) => (item.changes.length > 0 ? <Changes item={item} /> : null),
  };
  return [name, changes, ...(isNoted ? [notes] : [])];
}

function Name({ item: { label, partnershipId, offerId } }: { item: ImportItemView }) {
  if (offerId) return <Link to={paths.offer(offerId)}>{label}</Link>;
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
