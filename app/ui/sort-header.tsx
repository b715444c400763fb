import { Link } from '@remix-run/react';
import { Icon, type IconName } from './icon';

export type Sort = {
  /** The URL of the list sorted by this column (the other way round when it already is). */
  to: string;
  direction?: 'asc' | 'desc';
};

const states = {
  asc: { aria: 'ascending', icon: 'up' },
  desc: { aria: 'descending', icon: 'down' },
} as const satisfies Record<string, { aria: string; icon: IconName }>;

/** A column's header, a link when the column can sort. */
export function SortHeader({ children, sort, align }: { children: string; sort?: Sort; align?: 'end' }) {
  const state = sort?.direction && states[sort.direction];
  return (
    <th scope="col" data-align={align} aria-sort={state?.aria}>
      {sort ? (
        <Link className="sort-link" to={sort.to} preventScrollReset>
          {children}
          <Icon name={state?.icon ?? 'sort'} size={14} />
          <span className="visually-hidden">, trier</span>
        </Link>
      ) : (
        children
      )}
    </th>
  );
}
