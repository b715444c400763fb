import { Form } from '@remix-run/react';
import type { ImportView } from '~/domain/import/imports.queries.server';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';

/** What went wrong, and what to do. */
export function FailedImport({ batch }: { batch: ImportView }) {
  const { formError } = useFailure();
  return (
    <>
      <ErrorSummary formError={formError} />
      <Flash kind="error" title="Ce fichier n’a pas été importé.">
        {batch.problem}
      </Flash>
      <Form method="post">
        <input type="hidden" name="importId" value={batch.id} />
        <FormActions>
          <Button variant="main" icon="refresh" name="intent" value="retry" pending={useSending('retry')}>
            Réessayer
          </Button>
          {batch.sheet && (
            <Button name="intent" value="reopen" icon="columns" pending={useSending('reopen')}>
              Revoir les colonnes
            </Button>
          )}
          <Button name="intent" value="cancel" variant="quiet" pending={useSending('cancel')}>
            Abandonner
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
