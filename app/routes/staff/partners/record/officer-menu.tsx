import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { FormActions } from '~/ui/form-actions';
import { SelectField } from '~/ui/select-field';
import { PopoverForm } from './popover-form';

type OfficerMenuProps = { action: string; officerId: string | null; colleagues: readonly { value: string; label: string }[]; failure?: Failure };

/** Who looks after the partner. */
export function OfficerMenu({ action, officerId, colleagues, failure }: OfficerMenuProps) {
  const failed = failure?.intent === 'assign' ? failure : undefined;
  return (
    <PopoverForm label={officerId ? 'Confier à…' : 'Choisir une personne référente'} icon="person" action={action} open={Boolean(failed)}>
      <SelectField name="officerId" label="Personne référente" placeholder="Personne pour l’instant" options={colleagues} defaultValue={officerId ?? ''} error={failed?.errors.officerId} />
      <FormActions>
        <Button type="submit" name="intent" value="assign" variant="main">Enregistrer</Button>
      </FormActions>
    </PopoverForm>
  );
}
