import { Form } from '@remix-run/react';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { Chip } from '~/ui/chip';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { PasswordField } from '~/ui/password-field';

type ManageProps = { since: string; recoveryCodesLeft: number; isRequired: boolean };

/** In place: how many recovery codes are left; new ones, or none at all, against the password. */
export function ManageSecondFactor({ since, recoveryCodesLeft, isRequired }: ManageProps) {
  const { errors, formError } = useFailure();
  const renewing = useSending('renew');
  const stopping = useSending('stop');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <div>
          <Chip tone="ok">En place depuis le {since}</Chip>
        </div>
        <p>{leftSentence(recoveryCodesLeft)}</p>
        <PasswordField name="password" label="Votre mot de passe" hint={isRequired ? 'Pour recevoir de nouveaux codes. Votre agence demande la double authentification : elle ne peut pas être retirée.' : 'Pour recevoir de nouveaux codes, ou pour retirer la double authentification.'} autoComplete="current-password" required error={errors.password} />
        <FormActions>
          <Button name="intent" value="renew" pending={renewing}>
            Recevoir de nouveaux codes de secours
          </Button>
          {!isRequired && (
            <Button variant="danger" name="intent" value="stop" pending={stopping}>
              Retirer
            </Button>
          )}
        </FormActions>
      </FormStack>
    </Form>
  );
}

function leftSentence(left: number): string {
  if (left === 0) return 'Il ne vous reste aucun code de secours : demandez-en de nouveaux.';
  return left === 1 ? 'Il vous reste un seul code de secours.' : `Il vous reste ${left} codes de secours.`;
}
