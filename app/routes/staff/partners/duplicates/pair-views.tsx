import { Link } from '@remix-run/react';
import type { Level } from '~/domain/duplicate/level';
import type { DuplicateView } from '~/domain/duplicate/list-duplicates.server';
import { frenchNumber } from '~/ui/french-number';
import { duplicatesAddress, levelWords } from './duplicates-address';

type Counts = Record<Level, number> & { dismissed: number };

/** How many pairs wait for somebody, whatever their level. */
export const waitingOf = (counts: Counts): number => counts.sure + counts.probable + counts.possible;

/** The pairs of a queue by level, and those that were put aside, each with its count. `at`: the address of the queue. */
export function PairViews({ counts, level, isDismissed, at }: DuplicateView & { counts: Counts; at: string }) {
  const here = duplicatesAddress({ level, isDismissed }, at);
  const views = [
    { label: 'Tous', view: { level: null, isDismissed: false }, count: waitingOf(counts) },
    ...(['sure', 'probable', 'possible'] as const).map((name) => ({ label: levelWords[name].plural, view: { level: name, isDismissed: false }, count: counts[name] })),
    { label: 'Écartés', view: { level: null, isDismissed: true }, count: counts.dismissed },
  ];
  return (
    <nav className="tabs" aria-label="Quels doublons">
      <ul>
        {views.map(({ label, view, count }) => {
          const address = duplicatesAddress(view, at);
          return (
            <li key={label}>
              <Link to={address} aria-current={address === here ? 'page' : undefined} preventScrollReset>
                {label}
                <span className="tab-count">{frenchNumber(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
