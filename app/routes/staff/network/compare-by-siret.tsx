import { Form } from '@remix-run/react';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';

/** Two organisations that the search did not bring together, by their SIRETs. */
export function CompareBySiret({ failure }: { failure?: Failure }) {
  const field = (name: 'keptSiret' | 'otherSiret') => ({ name, defaultValue: String(failure?.values[name] ?? ''), error: failure?.errors[name] });
  return (
    <Card title="Comparer deux organismes qui ne sont pas dans la liste">
      <Form method="post" preventScrollReset noValidate>
        <FormStack>
          <FormRow>
            <TextField label="SIRET de l’organisme à garder" inputMode="numeric" autoComplete="off" {...field('keptSiret')} />
            <TextField label="SIRET de l’autre" inputMode="numeric" autoComplete="off" {...field('otherSiret')} />
          </FormRow>
          <FormActions>
            <Button type="submit" name="intent" value="compare" icon="next">Comparer</Button>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
