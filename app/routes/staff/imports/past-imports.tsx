import { importStates } from '~/domain/import/import-lifecycle';
import type { ImportSubject } from '~/domain/import/import-subjects';
import type { ListedImport } from '~/domain/import/imports.queries.server';
import { momentOf } from '~/domain/text/french-date';
import { Chip } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import { importAddresses } from './import-addresses';
import { sayCounts } from './import-words';

/** What was imported before: the file, who, when, what became of it. An import opens on its page, where it can be undone. */
export function PastImports({ imports, subject }: { imports: readonly ListedImport[]; subject: ImportSubject }) {
  return (
    <DataTable
      caption="Derniers imports"
      rows={imports}
      rowKey={({ id }) => id}
      rowTo={({ id }) => importAddresses[subject].batch(id)}
      columns={[
        { key: 'file', header: 'Fichier', isRowHeader: true, cell: ({ fileName }) => <span className="break-all">{fileName}</span>, detail: ({ by, createdAt }) => `${by ? `${by}, ` : ''}${momentOf(createdAt)}` },
        { key: 'state', header: 'État', cell: ({ state }) => <Chip tone={importStates[state].tone}>{importStates[state].label}</Chip> },
        { key: 'counts', header: 'Résultat', cell: ({ counts, problem, state }) => (state === 'failed' ? problem : sayCounts(counts, ['applied', 'undoing', 'undone'].includes(state))) },
      ]}
    />
  );
}
