import { Form } from '@remix-run/react';
import type { ValueSetKey } from '~/domain/value/value-sets';
import { paths } from '~/paths';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { SelectField } from '~/ui/select-field';
import type { Value } from './own-values';
import { useFormFailure } from './use-form-failure';

type Props = { set: ValueSetKey; value: Value; others: readonly { id: string; label: string }[] };

/** Says what would change before it does: a value in use needs another in its place, or is only retired. */
export function DeleteValueForm({ set, value, others }: Props) {
  const { errors, formError, typed } = useFormFailure('delete');
  const isUsed = value.users !== '';
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <input type="hidden" name="set" value={set} />
        <input type="hidden" name="id" value={value.id} />
        {isUsed ? (
          <>
            <p>
              Cette valeur sert à <b>{value.users}</b>. Choisissez celle qui la remplace. Vous pouvez aussi la retirer seulement : elle n’est plus proposée, et ce qui l’a la garde.
            </p>
            <SelectField name="replacementId" label="La remplacer par" required options={others.map(({ id, label }) => ({ value: id, label }))} placeholder="Choisir…" defaultValue={typed('replacementId')} error={errors.replacementId} />
          </>
        ) : (
          <p>Cette valeur ne sert encore à rien.</p>
        )}
        <FormActions>
          <Button variant="danger" name="intent" value="delete" pending={useSending('delete')}>
            {isUsed ? 'Remplacer et supprimer' : 'Supprimer'}
          </Button>
          {!value.isRetired && (
            <Button name="intent" value="retire" formNoValidate>
              Retirer seulement
            </Button>
          )}
          <LinkButton to={paths.settingsValues(set)}>Annuler</LinkButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
