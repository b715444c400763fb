import { Form } from '@remix-run/react';
import { settings } from '~/domain/agency/settings';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';

export function SecurityForm({ secondFactorForAdmins }: { secondFactorForAdmins: boolean }) {
  const { label, hint } = settings.secondFactorForAdmins;
  return (
    <Form method="post">
      <FormStack>
        <CheckboxField name="secondFactorForAdmins" label={label} hint={hint} defaultChecked={secondFactorForAdmins} />
        <FormActions>
          <Button name="intent" value="security" pending={useSending('security')}>
            Enregistrer ce réglage
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
