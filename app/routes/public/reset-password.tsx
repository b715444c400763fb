import { data, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { resetPasswordSchema } from '~/domain/account/account.schema';
import { passwordHint } from '~/domain/account/password';
import { readResetLink } from '~/domain/account/read-link.server';
import { resetPassword } from '~/domain/account/reset-password.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { redirectWith } from '~/server/flash.server';
import { publicCommand, publicPage } from '~/server/http.server';
import { noSessionCookie } from '~/server/session.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormStack } from '~/ui/form-layout';
import { FormActions } from '~/ui/form-actions';
import { LinkButton } from '~/ui/link-button';
import { PasswordField } from '~/ui/password-field';
import { DeadLink } from './dead-link';
import { Gate } from './gate';
import { useFailure, useSending } from './use-failure';

export const meta: MetaFunction = () => [{ title: 'Nouveau mot de passe · Maillage' }];

export const loader = publicPage(async ({ params }) => {
  const link = await readResetLink(asSystem, params.token ?? '');
  return data(link, link ? 200 : 410);
});

export const action = publicCommand(resetPasswordSchema, async ({ password }, { params }) => {
  await resetPassword(asSystem, env().APP_SECRET, { token: params.token ?? '', password });
  return redirectWith(paths.login(), { kind: 'ok', text: 'Votre mot de passe est changé. Connectez-vous avec le nouveau.' }, { 'Set-Cookie': await noSessionCookie() });
});

export default function ResetPassword() {
  const link = useLoaderData<typeof loader>();
  const { errors, formError } = useFailure();
  const sending = useSending();
  const askAgain = <LinkButton to={paths.forgottenPassword()}>Demander un autre lien</LinkButton>;
  if (!link) return <DeadLink text="Il a déjà servi, ou il date de plus de deux heures." action={askAgain} />;
  return (
    <Gate title="Nouveau mot de passe" intro="Une fois changé, vos autres appareils seront déconnectés.">
      <Form method="post">
        <FormStack>
          <ErrorSummary errors={errors} />
          {formError && <Flash kind="error">{formError}</Flash>}
          {/* Keepers of passwords file the new one under this address. */}
          <input type="email" name="email" value={link.email} autoComplete="username" readOnly hidden />
          <PasswordField name="password" label="Nouveau mot de passe" hint={passwordHint} autoComplete="new-password" required error={errors.password} />
          <FormActions>
            <Button variant="main" size="large" pending={sending}>
              Changer le mot de passe
            </Button>
          </FormActions>
        </FormStack>
      </Form>
    </Gate>
  );
}
