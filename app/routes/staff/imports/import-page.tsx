import { Link } from '@remix-run/react';
import { importStates, isWorking } from '~/domain/import/import-lifecycle';
import { saySheet } from '~/domain/import/imported-sheet';
import type { ImportView } from '~/domain/import/imports.queries.server';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { momentOf } from '~/domain/text/french-date';
import { Chip } from '~/ui/chip';
import { fileSize } from '~/ui/file-field';
import { Page } from '~/ui/page';
import { EndedImport } from './ended-import';
import { FailedImport } from './failed-import';
import { importAddresses } from './import-addresses';
import type { ItemsPage } from './load-items.server';
import { MappingForm } from './mapping-form';
import { PlannedImport } from './planned-import';
import { StepProgress } from './step-progress';

type ImportPageProps = { batch: ImportView; list: ItemsPage | null; officers?: Choice[]; tags?: Choice[] };

/** An import from its file to its end, whatever it is of. */
export function ImportPage({ batch, list, officers = [], tags = [] }: ImportPageProps) {
  const { label, tone } = importStates[batch.state];
  const { home, list: all } = importAddresses[batch.subject];
  return (
    <Page
      title={<span className="break-all">{batch.fileName}</span>}
      breadcrumb={[home, { label: 'Import', to: all() }, { label: batch.fileName }]}
      meta={[
        batch.sheet ? saySheet(batch.sheet) : fileSize(batch.fileSize),
        `Envoyé ${batch.by ? `par ${batch.by} ` : ''}le ${momentOf(batch.createdAt)}`,
        ...(batch.appliedAt ? [`Importé le ${momentOf(batch.appliedAt)}`] : []),
        ...(batch.undoneAt ? [`Annulé le ${momentOf(batch.undoneAt)}`] : []),
      ]}
      actions={<Chip tone={tone}>{label}</Chip>}
    >
      {isWorking(batch.state) && <StepProgress key={batch.state} importId={batch.id} subject={batch.subject} state={batch.state} progress={batch.progress} />}
      {batch.state === 'mapping' && <MappingForm batch={batch} />}
      {batch.state === 'planned' && list && <PlannedImport batch={batch} list={list} officers={officers} tags={tags} />}
      {['applied', 'undone', 'cancelled'].includes(batch.state) && <EndedImport batch={batch} list={list} />}
      {batch.state === 'failed' && <FailedImport batch={batch} />}
      {!isWorking(batch.state) && (
        <p className="mt-4">
          <Link to={all()}>Importer un autre fichier</Link>
        </p>
      )}
    </Page>
  );
}
