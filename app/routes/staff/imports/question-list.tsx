import { Link } from '@remix-run/react';
import type { ImportItemView } from '~/domain/import/imports.queries.server';
import { paths } from '~/paths';
import { ItemFacts, Sentences } from './item-words';
import { QuestionForm } from './question-form';

/** Organisations with a choice to make: who on one side, what to keep on the other. */
export function QuestionList({ importId, items }: { importId: string; items: readonly ImportItemView[] }) {
  return (
    <ul aria-label="Valeurs à vérifier">
      {items.map((item) => (
        <li key={item.position} className="grid gap-3 border-t border-[var(--line)] px-(--card-x) py-3 md:grid-cols-2">
          <div>
            <b>{item.partnershipId ? <Link to={paths.partner(item.partnershipId)}>{item.label}</Link> : item.label}</b>
            <p className="muted">
              <ItemFacts item={item} />
            </p>
            {item.notes.length > 0 && <Sentences said={item.notes} />}
          </div>
          <QuestionForm importId={importId} item={item} />
        </li>
      ))}
    </ul>
  );
}
