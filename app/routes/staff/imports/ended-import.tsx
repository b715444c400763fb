import { Form } from '@remix-run/react';
import type { ImportView } from '~/domain/import/imports.queries.server';
import { importSubjects } from '~/domain/import/import-subjects';
import { paths } from '~/paths';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Card } from '~/ui/card';
import { ConfirmButton } from '~/ui/confirm-button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { importAddresses } from './import-addresses';
import { howMany, sayCounts, touched } from './import-words';
import { ItemList } from './item-list';
import type { ItemsPage } from './load-items.server';
import { OutcomeTabs } from './outcome-tabs';
import { RefusedFile } from './planned-import';
import { PlanFigures } from './plan-figures';

/** What an import did, and the way back; or what is left of one that was undone or given up. */
export function EndedImport({ batch, list }: { batch: ImportView; list: ItemsPage | null }) {
  const { formError } = useFailure('undo');
  const { state, counts, problem } = batch;
  const isUndoing = useSending('undo');
  const words = importSubjects[batch.subject];
  if (state === 'undone') {
    return (
      <Flash kind="ok" title="L’import est annulé.">
        {words.asBefore} {counts && `Il avait fait : ${sayCounts(counts, true)}.`}
      </Flash>
    );
  }
  if (state === 'cancelled' || !counts) return <Flash title="Cet import a été abandonné.">Rien n’a été ajouté.</Flash>;
  const told = formError ?? problem;
  return (
    <>
      <ErrorSummary formError={told ?? undefined} />
      {!told && (
        <Flash kind="ok" title={`${howMany(touched(counts), words)} ${words.inWhere}.`}>
          {counts.refused > 0 ? 'Les lignes refusées attendent d’être corrigées.' : 'Toutes les lignes du fichier ont trouvé leur place.'}
        </Flash>
      )}
      <PlanFigures counts={counts} words={words} isDone />
      <div className="flex flex-wrap gap-2 mb-6">
        <LinkButton to={batch.subject === 'offers' ? paths.offersManaged(counts.create > 0 && batch.options.state !== 'published' ? 'a-publier' : undefined) : paths.partners()} variant="main" icon="list">
          {words.seeAll}
        </LinkButton>
        {touched(counts) > 0 && (
          <Form method="post">
            <input type="hidden" name="importId" value={batch.id} />
            <ConfirmButton
              name="intent"
              value="undo"
              variant="default"
              icon="undo"
              title="Annuler cet import ?"
              text={words.undoText}
              confirmLabel="Annuler l’import"
              pending={isUndoing}
            >
              Annuler l’import
            </ConfirmButton>
          </Form>
        )}
      </div>
      {list && (
        <>
          <OutcomeTabs counts={counts} current={list.tab} isDone />
          <Card flush>
            {list.tab === 'refused' && <RefusedFile to={importAddresses[batch.subject].refused(batch.id)} />}
            <ItemList batch={batch} list={list} isDone />
          </Card>
        </>
      )}
    </>
  );
}
