import { Form } from '@remix-run/react';
import type { ValueSetKey } from '~/domain/value/value-sets';
import { paths } from '~/paths';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { TextField } from '~/ui/text-field';
import { StaleNotice } from './edit-memory';
import type { Value } from './own-values';
import { useFormFailure } from './use-form-failure';

export function AddValueForm({ set, example }: { set: ValueSetKey; example: string }) {
  const { errors, formError, typed } = useFormFailure('add');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <input type="hidden" name="set" value={set} />
        <TextField name="label" label="Nom" hint={`Par exemple : ${example}`} required maxLength={200} defaultValue={typed('label')} error={errors.label} />
        <FormActions>
          <Button variant="main" icon="add" name="intent" value="add" pending={useSending('add')}>
            Ajouter
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}

export function RenameValueForm({ set, value }: { set: ValueSetKey; value: Value }) {
  const { errors, formError, typed, failure } = useFormFailure('rename');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <StaleNotice failure={failure} />
        <input type="hidden" name="set" value={set} />
        <input type="hidden" name="id" value={value.id} />
        <input type="hidden" name="version" value={failure?.stale?.version ?? typed('version', String(value.version))} />
        <TextField name="label" label="Nouveau nom" hint="Les partenaires qui ont cette valeur montrent tout de suite le nouveau nom." required maxLength={200} defaultValue={typed('label', value.label)} error={errors.label} />
        <FormActions>
          <Button variant="main" name="intent" value="rename" pending={useSending('rename')}>
            Enregistrer
          </Button>
          <LinkButton to={paths.settingsValues(set)}>Annuler</LinkButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
