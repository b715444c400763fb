import { Form } from '@remix-run/react';
import { roles } from '~/access/permissions';
import { agencyRoles } from '~/domain/account/agency-roles';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { useFormFailure } from './use-form-failure';

export const roleOptions = agencyRoles.map((role) => ({ value: role, label: roles[role] }));
export const siteOptions = (sites: readonly { id: string; name: string }[]) => sites.map(({ id, name }) => ({ value: id, label: name }));

export function InviteForm({ sites }: { sites: readonly { id: string; name: string }[] }) {
  const { errors, formError, typed } = useFormFailure('invite');
  return (
    <Form method="post">
      <FormStack>
        <p className="muted">La personne reçoit un courriel avec un lien pour choisir son mot de passe.</p>
        <ErrorSummary errors={errors} formError={formError} />
        <FormRow>
          <TextField name="firstName" label="Prénom" required autoComplete="off" defaultValue={typed('firstName')} error={errors.firstName} />
          <TextField name="lastName" label="Nom" required autoComplete="off" defaultValue={typed('lastName')} error={errors.lastName} />
        </FormRow>
        <TextField name="email" type="email" label="Courriel" required autoComplete="off" defaultValue={typed('email')} error={errors.email} />
        <FormRow>
          <SelectField name="role" label="Rôle" required options={roleOptions} placeholder="Choisir…" defaultValue={typed('role')} error={errors.role} />
          <SelectField name="siteId" label="Site" options={siteOptions(sites)} placeholder="Sans site" defaultValue={typed('siteId')} error={errors.siteId} />
        </FormRow>
        <FormActions>
          <Button variant="main" icon="userAdd" name="intent" value="invite" pending={useSending('invite')}>
            Envoyer l’invitation
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
