import { Form } from '@remix-run/react';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { SelectField } from '~/ui/select-field';
import { roleOptions, siteOptions } from './invite-form';
import { useFormFailure } from './use-form-failure';

type Sites = readonly { id: string; name: string }[];

export function RoleForm({ member, sites }: { member: { membershipId: string; version: number; role: string; siteId: string | null; site: string | null }; sites: Sites }) {
  const { errors, formError, typed, failure } = useFormFailure('role');
  // A closed site that the person still has stays in the list, else saving would take it away.
  const known = member.siteId && !sites.some(({ id }) => id === member.siteId) ? [{ id: member.siteId, name: `${member.site ?? 'Site'} (fermé)` }, ...sites] : sites;
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        {failure?.stale && <Flash kind="warning">{failure.errors.form} Relisez ci-dessous, puis enregistrez de nouveau.</Flash>}
        <input type="hidden" name="membershipId" value={member.membershipId} />
        <input type="hidden" name="version" value={member.version} />
        <FormRow>
          <SelectField name="role" label="Rôle" required options={roleOptions} defaultValue={typed('role', member.role)} error={errors.role} />
          <SelectField name="siteId" label="Site" options={siteOptions(known)} placeholder="Sans site" defaultValue={typed('siteId', member.siteId ?? '')} error={errors.siteId} />
        </FormRow>
        <FormActions>
          <Button variant="main" name="intent" value="role" pending={useSending('role')}>
            Enregistrer
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}

export function InvitationWaits({ membershipId }: { membershipId: string }) {
  const { formError } = useFormFailure('resend');
  return (
    <Form method="post" className="mt-4">
      <FormStack>
        {formError && <Flash kind="error">{formError}</Flash>}
        <p>L’invitation attend une réponse. Le lien sert pendant 7 jours.</p>
        <input type="hidden" name="membershipId" value={membershipId} />
        <FormActions>
          <Button icon="send" name="intent" value="resend" pending={useSending('resend')}>
            Envoyer une nouvelle invitation
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}

export function ReopenForm({ membershipId }: { membershipId: string }) {
  const { formError } = useFormFailure('reopen');
  return (
    <Form method="post">
      <FormStack>
        {formError && <Flash kind="error">{formError}</Flash>}
        <p>La personne retrouve le même rôle. Les partenaires confiés à d’autres le restent.</p>
        <input type="hidden" name="membershipId" value={membershipId} />
        <FormActions>
          <Button name="intent" value="reopen" pending={useSending('reopen')}>
            Rouvrir l’accès
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
