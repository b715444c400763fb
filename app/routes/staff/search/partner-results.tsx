import { Link } from '@remix-run/react';
import type { Everything } from '~/domain/search/search-everything.server';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { noFilters } from '~/domain/partner/list/filters';
import type { PartnerRow } from '~/domain/partner/list/partner-row';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { paths } from '~/paths';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { LinkButton } from '~/ui/link-button';
import { Corrected, ResultList } from './result-list';

export type FoundPartner = Pick<PartnerRow, 'id' | 'name' | 'commune' | 'departementCode' | 'kinds' | 'stage'>;
type PartnerResultsProps = Pick<Everything['partners'], 'total' | 'corrected'> & { rows: FoundPartner[]; typed: string };

/** The first partners, and the way to their whole list, with its filters, its circle and its orders. */
export function PartnerResults({ rows, total, corrected, typed }: PartnerResultsProps) {
  const all = listAddress({ ...noFilters, q: typed });
  if (total === 0) return <p>Aucun partenaire ne correspond. <Link to={listAddress({ ...noFilters, q: typed, archives: true })}>Chercher dans les archives</Link></p>;
  return (
    <Card title={partnersInWords(total)} action={<LinkButton to={all} size="small">{total > rows.length ? `Voir les ${partnersInWords(total)}` : 'Ouvrir dans la liste'}</LinkButton>}>
      <Corrected corrected={corrected} />
      <PartnerRows rows={rows} />
    </Card>
  );
}

export function PartnerRows({ rows }: { rows: readonly FoundPartner[] }) {
  return (
    <ResultList
      results={rows.map(({ id, name, commune, departementCode, kinds, stage }) => ({
        id, name, to: paths.partner(id),
        detail: [commune && `${commune} (${departementCode})`, kinds.join(', ')].filter(Boolean).join(' · '),
        chip: <Chip tone={stages[stage].tone}>{stages[stage].label}</Chip>,
      }))}
    />
  );
}
