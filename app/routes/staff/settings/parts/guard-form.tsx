import { Form, useActionData } from '@remix-run/react';
import { settings } from '~/domain/agency/settings';
import { useSending } from '~/routes/public/use-failure';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';

/** For how many days an approach is told to the others. */
export function GuardForm({ contactGuardDays }: { contactGuardDays: number }) {
  const { label, hint } = settings.contactGuardDays;
  const answer = useActionData<Failure>();
  const failure = answer?.intent === 'guard' ? answer : undefined;
  const typed = failure?.values.contactGuardDays;
  return (
    <Form method="post">
      <FormStack>
        <TextField name="contactGuardDays" label={label} hint={hint} width="short" inputMode="numeric" required defaultValue={typeof typed === 'string' ? typed : String(contactGuardDays)} error={failure?.errors.contactGuardDays} />
        <FormActions>
          <Button name="intent" value="guard" pending={useSending('guard')}>
            Enregistrer ce nombre de jours
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
