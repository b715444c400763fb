import { Form } from '@remix-run/react';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';

export type BegunSecondFactor = { picture: string; typed: string };

/** The two steps: prepare, then show the picture to the telephone and type its first code. */
export function SetUpSecondFactor({ begun, isRequired }: { begun: BegunSecondFactor | null; isRequired: boolean }) {
  const { errors, formError } = useFailure();
  const beginning = useSending('begin');
  const confirming = useSending('confirm');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        {begun ? (
          <>
            <ReadByTelephone {...begun} />
            <TextField name="code" label="Code affiché par le téléphone" hint="6 chiffres" width="short" inputMode="numeric" autoComplete="one-time-code" required error={errors.code} />
            <FormActions>
              <Button variant="main" name="intent" value="confirm" pending={confirming}>
                Vérifier et mettre en place
              </Button>
            </FormActions>
          </>
        ) : (
          <>
            <p>
              En plus du mot de passe, un code de votre téléphone sera demandé à chaque connexion. Un mot de passe volé ne suffira plus. Il faut une application d’authentification, par exemple FreeOTP, Aegis ou Google Authenticator.
            </p>
            {isRequired && <p>Votre agence la demande aux personnes qui l’administrent.</p>}
            <FormActions>
              <Button variant="main" icon="shield" name="intent" value="begin" pending={beginning}>
                Commencer
              </Button>
            </FormActions>
          </>
        )}
      </FormStack>
    </Form>
  );
}

function ReadByTelephone({ picture, typed }: BegunSecondFactor) {
  return (
    <>
      <p>Dans l’application de votre téléphone, ajoutez un compte et montrez-lui cette image.</p>
      <img src={picture} alt="Code QR à lire avec l’application du téléphone" width={208} height={208} className="rounded-card border border-line bg-white" />
      <p>
        Vous ne pouvez pas la lire ? Écrivez ce code dans l’application : <code className="font-mono whitespace-normal">{typed}</code>
      </p>
    </>
  );
}
