import { Form } from '@remix-run/react';
import { agencyLabels as labels, type AgencyField } from '~/domain/agency/agency-words';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';
import { EditMemory, StaleNotice } from './edit-memory';
import { useFormFailure } from './use-form-failure';

export function AgencyForm({ version, fields }: { version: number; fields: Record<AgencyField, string> }) {
  const { errors, formError, typed, failure } = useFormFailure('agency');
  const field = (name: AgencyField) => ({ name, label: labels[name], defaultValue: typed(name, fields[name]), error: errors[name] });
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <StaleNotice failure={failure} />
        <EditMemory version={version} was={fields} failure={failure} />
        <TextField {...field('name')} required autoComplete="organization" />
        <FormRow>
          <TextField {...field('phone')} type="tel" autoComplete="tel" />
          <TextField {...field('email')} type="email" autoComplete="email" />
        </FormRow>
        <TextField {...field('website')} type="text" inputMode="url" autoComplete="url" />
        <TextField {...field('addressLine')} autoComplete="street-address" />
        <FormRow>
          <TextField {...field('postcode')} width="short" inputMode="numeric" autoComplete="postal-code" />
          <TextField {...field('commune')} autoComplete="address-level2" />
        </FormRow>
        <FormActions>
          <Button variant="main" name="intent" value="agency" pending={useSending('agency')}>
            Enregistrer
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
