import type { RegionalAgency } from '~/domain/home/home.queries.server';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Stat } from '~/ui/stat';

export function RegionalHome({ agencies }: { agencies: readonly RegionalAgency[]; now: Date }) {
  const sum = (count: (agency: RegionalAgency) => number) => agencies.reduce((total, agency) => total + count(agency), 0);
  return (
    <>
      <div className="stat-lines">
        <Stat label="Missions Locales" value={agencies.length} />
        <Stat label="Partenariats" value={sum(({ partners }) => partners)} to={paths.partners()} />
        <Stat label="Dont actifs" value={sum(({ active }) => active)} to={`${paths.partners()}?etape=active`} />
      </div>
      <Card flush title="Les Missions Locales de la région" action={<LinkButton to={paths.partners()} size="small">Tous les partenaires</LinkButton>}>
        <DataTable
          caption="Missions Locales de la région"
          rows={agencies}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', header: 'Mission Locale', isRowHeader: true, cell: ({ name }) => name, detail: ({ departement }) => departement },
            { key: 'partners', header: 'Partenariats', align: 'end', cell: ({ partners }) => frenchNumber(partners) },
            { key: 'active', header: 'Actifs', align: 'end', cell: ({ active }) => frenchNumber(active) },
            { key: 'last', header: 'Dernier changement', cell: ({ lastChange }) => lastChange && `le ${dayOf(lastChange)}` },
          ]}
          empty={<EmptyState icon="group" title="Aucune Mission Locale dans la région" text="Elles apparaîtront ici dès que la plateforme les aura ouvertes." />}
        />
      </Card>
    </>
  );
}
