import { Link, useLocation } from '@remix-run/react';
import type { Neighbours } from '~/domain/partner/list/neighbours.server';
import { frenchNumber } from '~/ui/french-number';
import { listSearch } from '~/routes/staff/partners/list/list-address';
import { Icon } from '~/ui/icon';

/** « 12 sur 87 », and the partners before and after in the list, on the same tab. */
export function ListWalk({ walk: { rank, total, previousId, nextId }, partnerId }: { walk: Neighbours; partnerId: string }) {
  const { pathname, search } = useLocation();
  const list = new URLSearchParams(search).get('liste');
  const sameTab = (id: string, itsRank: number) => `${pathname.replace(partnerId, id)}${listSearch(list, itsRank)}`;
  return (
    <nav aria-label="Dans la liste" className="list-walk">
      {previousId && (
        <Link to={sameTab(previousId, Math.max(1, rank - 1))} rel="prev">
          <Icon name="back" size={16} />
          précédent
        </Link>
      )}
      <span>
        {frenchNumber(rank)} sur {frenchNumber(total)}
      </span>
      {nextId && (
        <Link to={sameTab(nextId, rank + 1)} rel="next" prefetch="intent">
          suivant
          <Icon name="forward" size={16} />
        </Link>
      )}
    </nav>
  );
}
