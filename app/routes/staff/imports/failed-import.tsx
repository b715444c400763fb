import { Form } from '@remix-run/react';
import type { ImportView } from '~/domain/import/imports.queries.server';
import { useFailure } from '~/routes/public/use-failure';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { IntentButton } from './intent-button';

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
          <IntentButton intent="retry" variant="main" icon="refresh">
            Réessayer
          </IntentButton>
          {batch.sheet && (
            <IntentButton intent="reopen" icon="columns">
              Revoir les colonnes
            </IntentButton>
          )}
          <IntentButton intent="cancel" variant="quiet">
            Abandonner
          </IntentButton>
        </FormActions>
      </Form>
    </>
  );
}
