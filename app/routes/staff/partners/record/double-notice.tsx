import { Link } from '@remix-run/react';
import type { LikelyDouble } from '~/domain/duplicate/list-duplicates.server';
import { paths } from '~/paths';
import { Flash } from '~/ui/flash';

/** The same partner may have been written twice: told quietly, with the way to look at both. */
export function DoubleNotice({ partnershipId, doubles, maySettle }: { partnershipId: string; doubles: readonly LikelyDouble[]; maySettle: boolean }) {
  if (doubles.length === 0) return null;
  return (
    <Flash kind="info" title={doubles.length > 1 ? 'Cette fiche est peut-être en double.' : 'Peut-être en double.'}>
      <ul className="mt-1">
        {doubles.map(({ pairId, partnershipId: otherId, name }) => (
          <li key={pairId}>
            avec <Link to={paths.partner(otherId)}>{name}</Link>
            {maySettle && <> · <Link to={paths.partnerMergeWith(partnershipId, otherId)}>Comparer les deux fiches</Link></>}
          </li>
        ))}
      </ul>
    </Flash>
  );
}
