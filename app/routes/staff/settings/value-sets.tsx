import { useLoaderData } from '@remix-run/react';
import { countValues } from '~/domain/value/list-values.server';
import { valueSets, type ValueSetKey } from '~/domain/value/value-sets';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { frenchNumber } from '~/ui/french-number';

export const loader = page('value.manage', async (ctx) => ({ counts: await countValues(ctx) }));

const keys = Object.keys(valueSets) as ValueSetKey[];

export default function ValueSets() {
  const { counts } = useLoaderData<typeof loader>();
  return (
    <>
      <p className="mb-4 text-muted">Le réseau propose des valeurs à toutes les Missions Locales. Ajoutez ici celles qui vous manquent : elles ne servent que chez vous.</p>
      <Card flush>
        <DataTable
          caption="Listes de valeurs"
          rows={keys}
          rowKey={(key) => key}
          rowTo={(key) => paths.settingsValues(key)}
          columns={[
            { key: 'set', header: 'Liste', isRowHeader: true, cell: (key) => valueSets[key].many, detail: (key) => valueSets[key].says },
            { key: 'network', header: 'Du réseau', align: 'end', cell: (key) => frenchNumber(counts[key].network) },
            { key: 'own', header: 'De votre agence', align: 'end', cell: (key) => frenchNumber(counts[key].own) },
            { key: 'retired', header: 'Retirées', align: 'end', cell: (key) => frenchNumber(counts[key].retired) },
          ]}
        />
      </Card>
    </>
  );
}
