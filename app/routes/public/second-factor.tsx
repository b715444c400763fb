import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { codeSchema, recoveryCodeSchema } from '~/domain/account/account.schema';
import { deviceLabel } from '~/domain/account/device-label';
import { giveCode, type GivenCode } from '~/domain/account/give-code.server';
import { returnPath } from '~/domain/account/return-path';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { commands, publicCommand, publicPage, type Visit } from '~/server/http.server';
import { halfwayVisitor, sessionCookie } from '~/server/session.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';
import { Gate } from './gate';
import { useFailure, useSending } from './use-failure';

export const meta: MetaFunction = () => [{ title: 'Code de connexion · Maillage' }];

const wantedPage = (url: URL) => returnPath(url.searchParams.get('retour'));

export const loader = publicPage(async ({ url, request }) => {
  await waiting(request, url);
  return null;
});

export const action = commands({
  code: publicCommand(codeSchema, enter),
  recovery: publicCommand(recoveryCodeSchema, enter),
});

async function enter(given: GivenCode, { request, url, address }: Visit) {
  const { actor } = await waiting(request, url);
  const { token } = await giveCode(asSystem, env().APP_SECRET, actor, given, { address, device: deviceLabel(request.headers.get('User-Agent')) });
  return redirect(wantedPage(url), { headers: { 'Set-Cookie': await sessionCookie(token) } });
}

/** Somebody whose password was right some minutes ago; anybody else begins at the beginning. */
async function waiting(request: Request, url: URL) {
  const halfway = await halfwayVisitor(request);
  if (halfway?.missing !== 'code') throw redirect(paths.login(wantedPage(url)));
  return halfway;
}

export default function SecondFactor() {
  return (
    <Gate title="Code de connexion" intro="Ouvrez l’application d’authentification de votre téléphone." after={<RecoveryForm />}>
      <CodeForm />
    </Gate>
  );
}

function CodeForm() {
  const { errors, formError } = useFailure('code');
  const sending = useSending('code');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} />
        {formError && <Flash kind="error">{formError}</Flash>}
        <TextField name="code" label="Code à 6 chiffres" width="short" inputMode="numeric" autoComplete="one-time-code" required error={errors.code} />
        <FormActions>
          <Button variant="main" size="large" name="intent" value="code" pending={sending}>
            Continuer
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}

function RecoveryForm() {
  const { errors, formError, failure } = useFailure('recovery');
  const sending = useSending('recovery');
  return (
    <details open={Boolean(failure)}>
      <summary className="py-2">Je n’ai pas mon téléphone</summary>
      <div className="card mt-2">
        <Form method="post">
          <FormStack>
            <ErrorSummary errors={errors} />
            {formError && <Flash kind="error">{formError}</Flash>}
            <TextField name="recoveryCode" label="Code de secours" hint="L’un des codes notés à la mise en place, par exemple ABCD-EFGH-JKMN." autoComplete="off" spellCheck={false} required error={errors.recoveryCode} />
            <FormActions>
              <Button name="intent" value="recovery" pending={sending}>
                Continuer avec ce code
              </Button>
            </FormActions>
          </FormStack>
        </Form>
      </div>
    </details>
  );
}
