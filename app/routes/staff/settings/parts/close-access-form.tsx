import { Form } from '@remix-run/react';
import { holdsSomething, type Held } from '~/domain/agency/held';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ConfirmButton } from '~/ui/confirm-button';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { frenchNumber } from '~/ui/french-number';
import { SuccessorFields, type Successors } from './successor-fields';
import { useFormFailure } from './use-form-failure';

type Props = { member: { membershipId: string; firstName: string; lastName: string }; held: Held; successors: Successors };

/** Closing an access: what the person holds is shown, counted, and given in the same gesture. */
export function CloseAccessForm({ member: { membershipId, firstName, lastName }, held, successors }: Props) {
  const { formError } = useFormFailure('close');
  const many = held.total > 1;
  return (
    <Form method="post">
      <FormStack>
        {formError && <Flash kind="error">{formError}</Flash>}
        <p>La personne est déconnectée tout de suite et ne peut plus ouvrir les données de l’agence. Ce qu’elle a écrit reste, à son nom.</p>
        <input type="hidden" name="membershipId" value={membershipId} />
        {holdsSomething(held) ? (
          <SuccessorFields intent="close" held={held} successors={successors} />
        ) : (
          <>
            <input type="hidden" name="expected" value={held.total} />
            <p>
              {firstName} {lastName} ne suit aucun partenaire et n’a rien à transmettre.
            </p>
          </>
        )}
        <FormActions>
          <ConfirmButton
            name="intent"
            value="close"
            pending={useSending('close')}
            title={`Fermer l’accès de ${firstName} ${lastName} ?`}
            text={<p>Son accès se ferme maintenant{held.total > 0 && `, et ${many ? `ses ${frenchNumber(held.total)} partenaires sont confiés` : 'son partenaire est confié'} comme choisi`}. Vous pourrez rouvrir l’accès plus tard.</p>}
            confirmLabel="Fermer l’accès"
          >
            Fermer l’accès
          </ConfirmButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}

/** What a closed access still holds: nothing of it is lost, somebody may take it over at any time. */
export function LeftoversForm({ member: { membershipId, firstName }, held, successors }: Props) {
  const { formError } = useFormFailure('leftovers');
  return (
    <Form method="post">
      <FormStack>
        {formError && <Flash kind="error">{formError}</Flash>}
        <p>{firstName} n’a plus accès à l’agence. Personne ne suit ce qui reste ici.</p>
        <input type="hidden" name="membershipId" value={membershipId} />
        <SuccessorFields intent="leftovers" held={held} successors={successors} required />
        <FormActions>
          <Button variant="main" icon="users" name="intent" value="leftovers" pending={useSending('leftovers')}>Confier</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
