import { Link, useLocation } from '@remix-run/react';
import type { Walk } from '~/domain/saved-list/step-through.server';
import { paths } from '~/paths';
import { frenchNumber } from '~/ui/french-number';
import { listSearch } from '~/routes/staff/partners/list/list-address';
import { Icon } from '~/ui/icon';

type ListWalkProps = { walk: Walk; partnerId: string; savedListId: string | null };

/** « 12 sur 87 », and the partners before and after in the list, on the same tab. */
export function ListWalk({ walk: { rank, total, isIn, isDeleted, previousId, nextId }, partnerId, savedListId }: ListWalkProps) {
  const { pathname, search } = useLocation();
  const list = new URLSearchParams(search).get('liste');
  const sameTab = (id: string, itsRank: number) => `${pathname.replace(partnerId, id)}${listSearch(list, itsRank, savedListId)}`;
  return (
    <nav aria-label="Dans la liste" className="list-walk">
      {previousId && (
        <Link to={sameTab(previousId, Math.max(1, rank - 1))} rel="prev">
          <Icon name="back" size={16} />
          précédent
        </Link>
      )}
      <span>{isIn ? `${frenchNumber(rank)} sur ${frenchNumber(total)}` : whenLeft(total)}</span>
      {nextId && (
        // What follows a partner that left the list has taken its rank. A step in a saved list keeps the place: never ahead of the click.
        <Link to={sameTab(nextId, isIn ? rank + 1 : rank)} rel="next" prefetch={savedListId ? 'none' : 'intent'}>
          suivant
          <Icon name="forward" size={16} />
        </Link>
      )}
      {savedListId && isDeleted && <span>Cette liste a été supprimée.</span>}
      {savedListId && <Link to={paths.savedLists()}>Mes listes</Link>}
    </nav>
  );
}

const whenLeft = (total: number) => (total === 0 ? 'N’est plus dans la liste, qui est maintenant vide' : `N’est plus dans la liste · ${frenchNumber(total)} y ${total > 1 ? 'restent' : 'reste'}`);
