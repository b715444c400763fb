import { Form } from '@remix-run/react';
import { importSubjects } from '~/domain/import/import-subjects';
import { newPartnerStages } from '~/domain/import/import-options';
import type { ImportView } from '~/domain/import/imports.queries.server';
import type { ImportCounts } from '~/domain/import/items-of-import.server';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { useFailure } from '~/routes/public/use-failure';
import { Card } from '~/ui/card';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { howMany, touched } from './import-words';
import { IntentButton } from './intent-button';

type ApplyFormProps = { batch: ImportView; counts: ImportCounts; officers: readonly Choice[]; tags: readonly Choice[] };

/** What is chosen for the new partners, and the button that imports. */
export function ApplyForm({ batch, counts, officers, tags }: ApplyFormProps) {
  const { errors, typed } = useFailure('apply');
  const { options } = batch;
  const hasNew = counts.create + counts.join > 0;
  return (
    <Card title={hasNew ? 'Pour les nouveaux partenaires' : undefined}>
      <Form method="post">
        <input type="hidden" name="importId" value={batch.id} />
        <FormStack>
          <ErrorSummary errors={errors} />
          {hasNew && (
            <>
              <RadioGroup name="stage" label="Étape" inline options={newPartnerStages} defaultValue={typed('stage', options.stage)} error={errors.stage} />
              <FormRow>
                <SelectField name="officerId" label="Personne référente" placeholder="Personne pour l’instant" options={officers} defaultValue={typed('officerId', options.officerId ?? '')} error={errors.officerId} />
                <TextField name="tag" label="Étiquette" hint="Pour les retrouver ensemble. Elle est créée si besoin." maxLength={60} list="etiquettes" defaultValue={typed('tag', options.tag ?? '')} error={errors.tag} />
              </FormRow>
              <datalist id="etiquettes">
                {tags.map(({ value, label }) => (
                  <option key={value} value={label} />
                ))}
              </datalist>
            </>
          )}
          <FormActions>
            <IntentButton intent="apply" variant="main" size="large" icon="check">
              Importer {howMany(touched(counts), importSubjects[batch.subject])}
            </IntentButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
