import { Form } from '@remix-run/react';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { EditMemory, StaleNotice } from '~/routes/staff/settings/parts/edit-memory';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';

type ProfileFormProps = { version: number; email: string; fields: { firstName: string; lastName: string; phone: string } };

export function ProfileForm({ version, email, fields }: ProfileFormProps) {
  const { errors, formError, typed, failure } = useFailure('profile');
  const sending = useSending('profile');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <StaleNotice failure={failure} />
        <EditMemory version={version} was={fields} failure={failure} />
        <FormRow>
          <TextField name="firstName" label="Prénom" autoComplete="given-name" required maxLength={80} defaultValue={typed('firstName', fields.firstName)} error={errors.firstName} />
          <TextField name="lastName" label="Nom" autoComplete="family-name" required maxLength={80} defaultValue={typed('lastName', fields.lastName)} error={errors.lastName} />
        </FormRow>
        <FormRow>
          <TextField name="phone" type="tel" label="Téléphone" hint="Vos collègues le voient." autoComplete="tel" defaultValue={typed('phone', fields.phone)} error={errors.phone} />
          <TextField name="email" label="Adresse de courriel" hint="Elle sert à vous connecter." value={email} readOnly />
        </FormRow>
        <FormActions>
          <Button variant="main" name="intent" value="profile" pending={sending}>
            Enregistrer
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
