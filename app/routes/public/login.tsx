import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { signInSchema } from '~/domain/account/account.schema';
import { deviceLabel } from '~/domain/account/device-label';
import { returnPath } from '~/domain/account/return-path';
import { signIn } from '~/domain/account/sign-in.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { publicCommand, publicPage } from '~/server/http.server';
import { halfwayVisitor, sessionCookie } from '~/server/session.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { PasswordField } from '~/ui/password-field';
import { TextField } from '~/ui/text-field';
import { Gate } from './gate';
import { useFailure, useSending } from './use-failure';

export const meta: MetaFunction = () => [{ title: 'Connexion · Maillage' }];

const wantedPage = (url: URL) => returnPath(url.searchParams.get('retour'));

export const loader = publicPage(async ({ url, request }, visitor) => {
  const back = wantedPage(url);
  if (visitor) throw redirect(back);
  const halfway = await halfwayVisitor(request);
  if (halfway?.missing === 'setup') throw redirect(paths.secondFactorSetup(back));
  return null;
});

export const action = publicCommand(signInSchema, async (input, { url, request, address }) => {
  const origin = { address, device: deviceLabel(request.headers.get('User-Agent')) };
  const { token, waitsForCode } = await signIn(asSystem, env().APP_SECRET, input, origin);
  const back = wantedPage(url);
  return redirect(waitsForCode ? paths.secondFactor(back) : back, { headers: { 'Set-Cookie': await sessionCookie(token) } });
});

export default function Login() {
  const { errors, formError, typed } = useFailure();
  return (
    <Gate title="Connexion" after={<Link to={paths.forgottenPassword()}>Mot de passe oublié ?</Link>}>
      <Form method="post">
        <FormStack>
          <ErrorSummary errors={errors} />
          {formError && <Flash kind="error">{formError}</Flash>}
          <TextField name="email" type="email" label="Adresse de courriel" autoComplete="username" required defaultValue={typed('email')} error={errors.email} />
          <PasswordField name="password" label="Mot de passe" autoComplete="current-password" required error={errors.password} />
          <FormActions>
            <Button variant="main" size="large" pending={useSending()}>
              Se connecter
            </Button>
          </FormActions>
        </FormStack>
      </Form>
    </Gate>
  );
}
