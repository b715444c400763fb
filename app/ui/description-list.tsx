import type { ReactNode } from 'react';

export type DescriptionItem = { term: string; detail?: ReactNode };

/** Facts by name. A fact that one does not have is said to be missing rather than left out. */
export function DescriptionList({
  items,
  missing = 'non renseigné',
}: {
  items: readonly DescriptionItem[];
  missing?: ReactNode;
}) {
  return (
    <dl className="description">
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{isBlank(detail) ? <span className="muted">{missing}</span> : detail}</dd>
        </div>
      ))}
    </dl>
  );
}

const isBlank = (detail: ReactNode) => detail === undefined || detail === null || detail === '';
