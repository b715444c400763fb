import { importStates } from '~/domain/import/import-lifecycle';
import type { ListedImport } from '~/domain/import/imports.queries.server';
import { momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { Chip } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import { sayCounts } from './import-words';

/** What was imported before: the file, who, when, what became of it. An import opens on its page, where it can be undone. */
export function PastImports({ imports }: { imports: readonly ListedImport[] }) {
  return (
    <DataTable
      caption="Derniers imports"
      rows={imports}
      rowKey={({ id }) => id}
      rowTo={({ id }) => paths.import(id)}
      columns={[
        { key: 'file', header: 'Fichier', isRowHeader: true, cell: ({ fileName }) => <span className="break-all">{fileName}</span>, detail: ({ by, createdAt }) => `${by ? `${by}, ` : ''}${momentOf(createdAt)}` },
        { key: 'state', header: 'État', cell: ({ state }) => <Chip tone={importStates[state].tone}>{importStates[state].label}</Chip> },
        { key: 'counts', header: 'Résultat', cell: ({ counts, problem, state }) => (state === 'failed' ? problem : sayCounts(counts, ['applied', 'undoing', 'undone'].includes(state))) },
      ]}
    />
  );
}
