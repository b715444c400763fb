import { Form } from '@remix-run/react';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';

/** The morning mail, which each may do without. */
export function DigestForm({ isWanted }: { isWanted: boolean }) {
  return (
    <Form method="post" id="courriels">
      <FormStack>
        <CheckboxField name="isWanted" label="Recevoir mes tâches du jour chaque matin" hint="À 7 heures, les jours de travail, seulement si quelque chose vous attend." defaultChecked={isWanted} />
        <FormActions>
          <Button name="intent" value="digest" pending={useSending('digest')}>Enregistrer ce choix</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
