import { Link } from '@remix-run/react';
import { frenchNumber } from './french-number';
import { Icon } from './icon';

export type PagerProps = {
  /** Rank of the first and last rows shown, from 1. */
  from: number;
  to: number;
  total: number;
  previousTo?: string;
  nextTo?: string;
  /** Names the navigation when a page has several. */
  label?: string;
};

/** "1–50 sur 3 637", and the pages before and after. */
export function Pager({ from, to, total, previousTo, nextTo, label = 'Pages' }: PagerProps) {
  return (
    <nav className="pager" aria-label={label}>
      <p className="pager-count">
        {frenchNumber(from)}–{frenchNumber(to)} sur {frenchNumber(total)}
      </p>
      <ul>
        {previousTo && (
          <li>
            <Link className="button" data-size="small" rel="prev" to={previousTo}>
              <Icon name="back" size={16} />
              Précédents
            </Link>
          </li>
        )}
        {nextTo && (
          <li>
            <Link className="button" data-size="small" rel="next" to={nextTo} prefetch="intent">
              Suivants
              <Icon name="forward" size={16} />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
