import { Form } from '@remix-run/react';
import type { Held } from '~/domain/agency/handover.server';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { useSending } from '~/routes/public/use-failure';
import { ConfirmButton } from '~/ui/confirm-button';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { frenchNumber } from '~/ui/french-number';
import { SelectField } from '~/ui/select-field';
import { useFormFailure } from './use-form-failure';

type Props = { member: { membershipId: string; firstName: string; lastName: string }; held: Held; successors: readonly { id: string; firstName: string; lastName: string }[] };

/** Closing an access: what the person holds is shown, counted, and given in the same gesture. */
export function CloseAccessForm({ member: { membershipId, firstName, lastName }, held, successors }: Props) {
  const { errors, formError, typed } = useFormFailure('close');
  const many = held.total > 1;
  return (
    <Form method="post">
      <FormStack>
        {formError && <Flash kind="error">{formError}</Flash>}
        <p>La personne est déconnectée tout de suite et ne peut plus ouvrir les données de l’agence. Ce qu’elle a écrit reste, à son nom.</p>
        <input type="hidden" name="membershipId" value={membershipId} />
        <input type="hidden" name="expected" value={held.total} />
        {held.total === 0 ? (
          <p>
            {firstName} {lastName} ne suit aucun partenaire.
          </p>
        ) : (
          <>
            <p>
              {firstName} {lastName} suit <b>{frenchNumber(held.total)} partenaire{many && 's'}</b> : {held.stages.map(({ stage, count }) => `${stages[stage].label.toLowerCase()} ${frenchNumber(count)}`).join(', ')}.
            </p>
            <SelectField
              name="successorId"
              label="Confier ces partenaires à"
              options={successors.map((person) => ({ value: person.id, label: `${person.firstName} ${person.lastName}` }))}
              placeholder="Personne pour l’instant : les laisser à l’agence"
              defaultValue={typed('successorId')}
              error={errors.successorId}
            />
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
