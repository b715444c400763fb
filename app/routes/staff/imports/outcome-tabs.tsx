import { Link } from '@remix-run/react';
import { importTabs, type ImportTab } from '~/domain/import/import-tabs';
import type { ImportCounts } from '~/domain/import/items-of-import.server';
import { frenchNumber } from '~/ui/french-number';
import { tabWords } from './import-words';

/** The parts of the plan, each with its count. */
export function OutcomeTabs({ counts, current, isDone }: { counts: ImportCounts; current: ImportTab; isDone: boolean }) {
  const shown = importTabs.filter((tab) => counts[tab] > 0 || tab === current);
  return (
    <nav className="tabs" aria-label="Parties de l’import">
      <ul>
        {shown.map((tab) => (
          <li key={tab}>
            <Link to={`?groupe=${tab}`} aria-current={tab === current ? 'page' : undefined} preventScrollReset>
              {tabWords[tab][isDone ? 'after' : 'before']}
              <span className="tab-count">{frenchNumber(counts[tab])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
