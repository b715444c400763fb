import { type ReactNode, useId } from 'react';

export type CardProps = {
  /** For a link that leads to it. */
  id?: string;
  title?: ReactNode;
  /** A link or a small button, at the right of the title. */
  action?: ReactNode;
  /** No padding: for a table or a map that goes to the edges. */
  flush?: boolean;
  children: ReactNode;
};

/** A block of a page. With a title it is a section that screen readers list. */
export function Card({ id, title, action, flush, children }: CardProps) {
  const titleId = useId();
  return (
    <section className="card" id={id} data-flush={flush || undefined} aria-labelledby={title ? titleId : undefined}>
      {(title || action) && (
        <div className="card-head">
          {title && <h2 id={titleId}>{title}</h2>}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
