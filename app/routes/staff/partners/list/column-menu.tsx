import { Form } from '@remix-run/react';
import { columns, type ColumnKey } from '~/domain/partner/list/columns';
import { ActionMenu } from '~/ui/action-menu';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';

/** The columns that this person wants to see; kept with the account. */
export function ColumnMenu({ chosen, offered, action }: { chosen: readonly ColumnKey[]; offered: readonly ColumnKey[]; action: string }) {
  return (
    <ActionMenu label="Colonnes" icon="columns">
      <Form method="post" action={action} preventScrollReset className="grid gap-3 p-2">
        <CheckboxGroup key={chosen.join()} name="colonne[]" label="Colonnes" options={columns.filter(({ key }) => offered.includes(key)).map(({ key, label }) => ({ value: key, label }))} defaultValue={chosen} />
        <Button type="submit" name="intent" value="colonnes" variant="main" size="small">
          Enregistrer
        </Button>
      </Form>
    </ActionMenu>
  );
}
