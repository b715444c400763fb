import { partnersInWords } from '~/domain/partner/list/bulk-change';
import type { ColumnKey } from '~/domain/partner/list/columns';
import { writeFilters, type PartnerFilters, type Sort } from '~/domain/partner/list/filters';
import type { FewerForPartners } from '~/domain/partner/list/partners-with-fewer-words.server';
import type { WayOut } from '~/domain/partner/list/ways-out.server';
import { paths } from '~/paths';
import type { Fewer } from '~/routes/staff/search/fewer-said';
import { FewerWords } from '~/routes/staff/search/fewer-words';
import { DataTable } from '~/ui/data-table';
import { listAddress, listSearch } from './list-address';
import { partnerColumns } from './partner-columns';
import type { ShownRow } from './shown-row';

export const fewerPartners = (ways: readonly FewerForPartners[]): Fewer[] => ways.map(({ without, around, filters, count }) => ({ without, around, km: filters.rayon, to: listAddress(filters), found: partnersInWords(count) }));

type FewerPartnersProps = { ways: readonly FewerForPartners[]; rows: readonly ShownRow[]; sort: Sort; others: readonly WayOut[]; columns: readonly ColumnKey[]; isRegion: boolean };

/** The first partners that fewer words find, as the list itself shows them, and what all the words find elsewhere. */
export function FewerPartners({ ways, rows, sort, others, columns, isRegion }: FewerPartnersProps) {
  const filters: PartnerFilters = ways[0]!.filters;
  const through = writeFilters({ ...filters, tri: sort }).toString();
  return (
    <FewerWords fewer={fewerPartners(ways)} others={others.filter((way) => way.filters.q !== '').map((way) => ({ label: `${partnersInWords(way.count)} ${way.label}`, to: listAddress(way.filters) }))}>
      <DataTable
        caption="Partenaires trouvés avec moins de mots"
        columns={partnerColumns({ chosen: columns, filters, sort, hasCircle: filters.rayon > 0, isRegion })}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }, index) => `${paths.partner(id)}${listSearch(through, index + 1)}`}
      />
    </FewerWords>
  );
}
