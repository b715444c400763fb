import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb';

export type PageProps = {
  title: ReactNode;
  breadcrumb?: readonly Crumb[];
  /** Short facts under the title; each is kept whole when the line wraps. */
  meta?: readonly ReactNode[];
  /** To the right of the title: states, buttons. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** The head of a page and what follows it. */
export function Page({ title, breadcrumb = [], meta = [], actions, children }: PageProps) {
  return (
    <>
      <Breadcrumb items={breadcrumb} />
      <div className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {meta.length > 0 && (
            <div className="page-meta">
              {meta.map((fact, index) => (
                <span key={index}>{fact}</span>
              ))}
            </div>
          )}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
