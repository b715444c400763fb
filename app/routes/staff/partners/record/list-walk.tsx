import { Link, useLocation } from '@remix-run/react';
import type { Walk } from '~/domain/saved-list/step-through.server';
import { paths } from '~/paths';
import { frenchNumber } from '~/ui/french-number';
import { listSearch, standIn, type Stand } from '~/routes/staff/partners/list/list-address';
import { Icon } from '~/ui/icon';

type ListWalkProps = { walk: Walk; partnerId: string; savedListId: string | null };

/** « 12 sur 87 », and the partners before and after in the list, on the same tab. */
export function ListWalk({ walk: { rank, total, isIn, isDeleted, previousId, nextId, dates, since }, partnerId, savedListId }: ListWalkProps) {
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  const sameTab = (id: string, itsRank: number, stand: Stand | null) => `${pathname.replace(partnerId, id)}${listSearch(params.get('liste'), itsRank, savedListId, stand)}`;
  // By date of change, what one has just left may have gone to the other end of the list: one goes back to it all the same.
  const seen = dates && standIn(params)?.from;
  const previous = seen ? { id: seen.id, at: seen.at } : previousId && { id: previousId, at: dates?.previous ?? null };
  return (
    <nav aria-label="Dans la liste" className="list-walk">
      {previous && (
        <Link to={sameTab(previous.id, Math.max(1, rank - 1), previous.at ? { since, here: previous.at } : null)} rel="prev">
          <Icon name="back" size={16} />
          précédent
        </Link>
      )}
      <span>{isIn ? `${frenchNumber(rank)} sur ${frenchNumber(total)}` : whenLeft(total)}</span>
      {nextId && (
        // What follows a partner that left the list has taken its rank. A step in a saved list keeps the place: never ahead of the click.
        <Link to={sameTab(nextId, isIn ? rank + 1 : rank, dates?.next ? { since, here: dates.next, from: { id: partnerId, at: dates.here } } : null)} rel="next" prefetch={savedListId ? 'none' : 'intent'}>
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
