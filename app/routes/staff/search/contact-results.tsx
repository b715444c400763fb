import type { Everything } from '~/domain/search/search-everything.server';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { ResultList } from './result-list';

/** The people found, each with where they are. */
export function ContactResults({ rows, hasMore }: NonNullable<Everything['contacts']>) {
  if (rows.length === 0) return null;
  return (
    <Card title={hasMore ? `Les ${rows.length} premières personnes` : rows.length === 1 ? '1 personne' : `${rows.length} personnes`}>
      <ResultList
        results={rows.map(({ id, name, jobTitle, hasLeft, partnershipId, partner }) => ({
          id, name, to: paths.partnerContact(partnershipId, id),
          detail: [jobTitle, partner].filter(Boolean).join(' · '),
          chip: hasLeft && <Chip tone="sleep">N’y est plus</Chip>,
        }))}
      />
      {hasMore && <p className="muted mt-2 text-sm">D’autres personnes répondent : ajoutez un prénom, un métier ou le début d’une adresse.</p>}
    </Card>
  );
}
