import { Form } from '@remix-run/react';
import type { ImportView } from '~/domain/import/imports.queries.server';
import { importSubjects } from '~/domain/import/import-subjects';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { useFailure } from '~/routes/public/use-failure';
import { Card } from '~/ui/card';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { AnswerAllForm } from './answer-all-form';
import { ApplyForm } from './apply-form';
import { ApplyOffersForm } from './apply-offers-form';
import { importAddresses } from './import-addresses';
import { FileWarnings } from './file-warnings';
import { touched } from './import-words';
import { ItemList } from './item-list';
import type { ItemsPage } from './load-items.server';
import { OutcomeTabs } from './outcome-tabs';
import { PlanFigures } from './plan-figures';
import { IntentButton } from './intent-button';

/** What importing would do, before anything is done. */
export function PlannedImport({ batch, list, officers, tags }: { batch: ImportView; list: ItemsPage; officers: Choice[]; tags: Choice[] }) {
  const { formError } = useFailure();
  const { counts } = batch;
  const words = importSubjects[batch.subject];
  if (!counts) return null;
  return (
    <>
      <ErrorSummary formError={formError} />
      <FileWarnings sheet={batch.sheet} />
      <PlanFigures counts={counts} words={words} isDone={false} />
      {touched(counts) > 0 ? (
        batch.subject === 'offers' ? <ApplyOffersForm batch={batch} counts={counts} /> : <ApplyForm batch={batch} counts={counts} officers={officers} tags={tags} />
      ) : (
        <Flash kind="info" title="Il n’y a rien à importer.">
          {counts.refused > 0 ? 'Corrigez les lignes refusées, puis envoyez-les de nouveau.' : words.upToDate}
        </Flash>
      )}
      <OutcomeTabs counts={counts} current={list.tab} isDone={false} />
      <Card flush>
        {list.tab === 'questions' && <AnswerAllForm importId={batch.id} subject={batch.subject} items={list.items} />}
        {list.tab === 'refused' && <RefusedFile to={importAddresses[batch.subject].refused(batch.id)} />}
        <ItemList batch={batch} list={list} isDone={false} />
      </Card>
      <Form method="post" className="flex flex-wrap gap-2 mb-4">
        <input type="hidden" name="importId" value={batch.id} />
        <IntentButton intent="reopen" icon="columns">
          Revoir les colonnes
        </IntentButton>
        <IntentButton intent="cancel" variant="quiet">
          Abandonner
        </IntentButton>
      </Form>
    </>
  );
}

/** The refused lines, to be corrected elsewhere and imported again. */
export function RefusedFile({ to }: { to: string }) {
  return (
    <div className="flex flex-wrap items-center gap-3 px-(--card-x) py-3">
      <p className="flex-1 min-w-56">Corrigez ces lignes dans un tableur, enregistrez, puis importez ce fichier-là : les autres lignes n’en dépendent pas.</p>
      <LinkButton to={to} reloadDocument icon="download">
        Télécharger les lignes refusées
      </LinkButton>
    </div>
  );
}
