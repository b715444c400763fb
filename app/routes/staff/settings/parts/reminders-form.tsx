import { Form } from '@remix-run/react';
import { reminderKeys, settings, type Settings } from '~/domain/agency/settings';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';

/** When Maillage proposes something to do by itself. */
export function RemindersForm({ chosen }: { chosen: Settings }) {
  const { errors, formError, typed } = useFailure('reminders');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        {reminderKeys.map((key) => (
          <TextField key={key} name={key} label={settings[key].label} hint={settings[key].hint} width="short" inputMode="numeric" required defaultValue={typed(key, String(chosen[key]))} error={errors[key]} />
        ))}
        <FormActions>
          <Button name="intent" value="reminders" pending={useSending('reminders')}>Enregistrer ces rappels</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
