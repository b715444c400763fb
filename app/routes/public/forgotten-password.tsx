import type { MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { Form, Link, useActionData } from '@remix-run/react';
import { forgottenPasswordSchema } from '~/domain/account/account.schema';
import { requestPasswordReset } from '~/domain/account/request-password-reset.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { publicCommand } from '~/server/http.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormStack } from '~/ui/form-layout';
import { FormActions } from '~/ui/form-actions';
import { TextField } from '~/ui/text-field';
import { Gate } from './gate';
import { useFailure, useSending } from './use-failure';

export const meta: MetaFunction = () => [{ title: 'Mot de passe oublié · Maillage' }];

export const action = publicCommand(forgottenPasswordSchema, async (input, { address }) => {
  await requestPasswordReset(asSystem, env().APP_SECRET, input, { address });
  return data({ ok: true, email: input.email });
});

export default function ForgottenPassword() {
  const answer = useActionData<{ ok: boolean; email?: string }>();
  const { errors, formError, typed } = useFailure();
  const sending = useSending();
  const after = <Link to={paths.login()}>Retour à la connexion</Link>;
  if (answer?.ok) {
    return (
      <Gate title="Regardez vos courriels" after={after}>
        <p className="mb-3" role="status">
          Si un compte existe pour <b>{answer.email}</b>, un lien pour choisir un nouveau mot de passe vient de partir à cette adresse. Il sert pendant deux heures.
        </p>
        <p className="text-muted">Rien après quelques minutes ? Regardez dans les indésirables, ou demandez à la personne qui administre votre agence.</p>
      </Gate>
    );
  }
  return (
    <Gate title="Mot de passe oublié" intro="Nous vous envoyons un lien pour en choisir un autre." after={after}>
      <Form method="post">
        <FormStack>
          <ErrorSummary errors={errors} />
          {formError && <Flash kind="error">{formError}</Flash>}
          <TextField name="email" type="email" label="Votre adresse de courriel" autoComplete="username" required defaultValue={typed('email')} error={errors.email} />
          <FormActions>
            <Button variant="main" size="large" pending={sending}>
              Recevoir le lien
            </Button>
          </FormActions>
        </FormStack>
      </Form>
    </Gate>
  );
}
