import { Form } from '@remix-run/react';
import type { ImportView } from '~/domain/import/imports.queries.server';
import { importSubjects } from '~/domain/import/import-subjects';
import type { ImportCounts } from '~/domain/import/items-of-import.server';
import { audiences } from '~/domain/offer/audiences';
import { newOfferStates, noOfferOptions } from '~/domain/offer/import/offer-import-options';
import { useFailure } from '~/routes/public/use-failure';
import { Card } from '~/ui/card';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';
import { howMany, touched } from './import-words';
import { IntentButton } from './intent-button';

/** What is chosen for the new offers, and the button that imports. */
export function ApplyOffersForm({ batch, counts }: { batch: ImportView; counts: ImportCounts }) {
  const { errors, typed } = useFailure('apply');
  const hasNew = counts.create > 0;
  return (
    <Card title={hasNew ? 'Pour les nouvelles offres' : undefined}>
      <Form method="post">
        <input type="hidden" name="importId" value={batch.id} />
        <FormStack>
          <ErrorSummary errors={errors} />
          {hasNew && (
            <>
              <RadioGroup name="state" label="Elles arrivent" options={newOfferStates} defaultValue={typed('state', batch.options.state ?? noOfferOptions.state)} error={errors.state} />
              <SelectField name="audience" label="Qui les trouve" hint="Quand le fichier ne le dit pas." options={Object.entries(audiences).map(([value, { label, says }]) => ({ value, label: `${label} : ${says}` }))} defaultValue={typed('audience', batch.options.audience ?? noOfferOptions.audience)} error={errors.audience} />
            </>
          )}
          <FormActions>
            <IntentButton intent="apply" variant="main" size="large" icon="check">
              Importer {howMany(touched(counts), importSubjects.offers)}
            </IntentButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
