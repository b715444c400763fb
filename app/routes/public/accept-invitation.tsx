import { data, redirect, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { acceptInvitation } from '~/domain/account/accept-invitation.server';
import { acceptInvitationSchema } from '~/domain/account/account.schema';
import { deviceLabel } from '~/domain/account/device-label';
import { passwordHint } from '~/domain/account/password';
import { readInvitation } from '~/domain/account/read-link.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { publicCommand, publicPage } from '~/server/http.server';
import { sessionCookie } from '~/server/session.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { PasswordField } from '~/ui/password-field';
import { TextField } from '~/ui/text-field';
import { DeadLink } from './dead-link';
import { Gate } from './gate';
import { useFailure, useSending } from './use-failure';

export const meta: MetaFunction = () => [{ title: 'Invitation · Maillage' }];

export const loader = publicPage(async ({ params }) => {
  const invitation = await readInvitation(asSystem, params.token ?? '');
  return data(invitation, invitation ? 200 : 410);
});

export const action = publicCommand(acceptInvitationSchema, async (input, { params, request }) => {
  const { token } = await acceptInvitation(asSystem, params.token ?? '', input, deviceLabel(request.headers.get('User-Agent')));
  return redirect(paths.home(), { headers: { 'Set-Cookie': await sessionCookie(token) } });
});

export default function AcceptInvitation() {
  const invitation = useLoaderData<typeof loader>();
  const { errors, formError, typed } = useFailure();
  const sending = useSending();
  const signIn = <LinkButton to={paths.login()}>Se connecter</LinkButton>;
  if (!invitation) return <DeadLink text="Il a déjà servi, ou il date de plus de sept jours. Si vous avez un mot de passe, connectez-vous. Sinon, demandez une autre invitation à la personne qui administre votre agence." action={signIn} />;
  const { place, email, firstName, lastName } = invitation;
  return (
    <Gate
      title="Bienvenue"
      intro={
        <>
          <b>{place}</b> vous invite. Vous vous connecterez avec l’adresse <b>{email}</b>.
        </>
      }
    >
      <Form method="post">
        <FormStack>
          <ErrorSummary errors={errors} />
          {formError && <Flash kind="error">{formError}</Flash>}
          <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
          <TextField name="firstName" label="Prénom" autoComplete="given-name" required maxLength={80} defaultValue={typed('firstName', firstName)} error={errors.firstName} />
          <TextField name="lastName" label="Nom" autoComplete="family-name" required maxLength={80} defaultValue={typed('lastName', lastName)} error={errors.lastName} />
          <PasswordField name="password" label="Mot de passe" hint={passwordHint} autoComplete="new-password" required error={errors.password} />
          <FormActions>
            <Button variant="main" size="large" pending={sending}>
              Entrer dans Maillage
            </Button>
          </FormActions>
        </FormStack>
      </Form>
    </Gate>
  );
}
