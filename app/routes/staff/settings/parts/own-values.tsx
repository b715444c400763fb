import { Form } from '@remix-run/react';
import type { ValueSetKey } from '~/domain/value/value-sets';
import { paths } from '~/paths';
import { useFailure } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';

export type Value = { id: string; label: string; version: number; isRetired: boolean; users: string };

/** The agency's own values, in the order of the lists, each with what can be done with it. */
export function OwnValues({ set, values }: { set: ValueSetKey; values: readonly Value[] }) {
  const { failure } = useFailure();
  const ofTable = failure && ['up', 'down', 'retire', 'back'].includes(failure.intent ?? '');
  const inService = values.filter(({ isRetired }) => !isRetired);
  return (
    <>
      {ofTable && <Flash kind="error">{Object.values(failure.errors)[0]}</Flash>}
      <Card flush>
        <DataTable
          caption="Valeurs de votre agence"
          rows={values}
          rowKey={(value) => value.id}
          columns={[
            { key: 'label', header: 'Valeur de votre agence', isRowHeader: true, cell: ({ label }) => label },
            { key: 'state', header: 'État', cell: ({ isRetired }) => (isRetired ? <Chip tone="sleep">Retirée</Chip> : <Chip tone="ok">Proposée</Chip>) },
            { key: 'users', header: 'Sert à', cell: ({ users }) => users || 'rien encore' },
            { key: 'actions', header: 'Actions', cell: (value) => <ValueActions set={set} value={value} isFirst={value.id === inService[0]?.id} isLast={value.id === inService.at(-1)?.id} /> },
          ]}
          empty={<EmptyState icon="tag" title="Aucune valeur propre à votre agence" text="Celles du réseau, plus bas, suffisent peut-être. Sinon, ajoutez la vôtre." />}
        />
      </Card>
    </>
  );
}

function ValueActions({ set, value: { id, label, isRetired }, isFirst, isLast }: { set: ValueSetKey; value: Value; isFirst: boolean; isLast: boolean }) {
  const about = <span className="visually-hidden"> {label}</span>;
  return (
    <Form method="post" action={paths.settingsValues(set)} preventScrollReset className="flex flex-wrap gap-2">
      <input type="hidden" name="set" value={set} />
      <input type="hidden" name="id" value={id} />
      {!isRetired && (
        <>
          <Button size="small" icon="up" name="intent" value="up" disabled={isFirst}>
            <span className="visually-hidden">Monter{about}</span>
          </Button>
          <Button size="small" icon="down" name="intent" value="down" disabled={isLast}>
            <span className="visually-hidden">Descendre{about}</span>
          </Button>
        </>
      )}
      <LinkButton size="small" icon="edit" to={`${paths.settingsValues(set)}?valeur=${id}`}>
        Modifier{about}
      </LinkButton>
      {isRetired && (
        <Button size="small" name="intent" value="back">
          Remettre{about}
        </Button>
      )}
    </Form>
  );
}
