import { Form } from '@remix-run/react';
import { passwordHint } from '~/domain/account/password';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { PasswordField } from '~/ui/password-field';

export function PasswordForm({ email }: { email: string }) {
  const { errors, formError } = useFailure('password');
  const sending = useSending('password');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        {/* Keepers of passwords file the new one under this address. */}
        <input type="email" value={email} autoComplete="username" readOnly hidden />
        <FormRow>
          <PasswordField name="currentPassword" label="Mot de passe actuel" autoComplete="current-password" required error={errors.currentPassword} />
          <PasswordField name="newPassword" label="Nouveau mot de passe" hint={passwordHint} autoComplete="new-password" required error={errors.newPassword} />
        </FormRow>
        <FormActions>
          <Button name="intent" value="password" pending={sending}>
            Changer le mot de passe
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
