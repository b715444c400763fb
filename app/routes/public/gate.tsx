import type { ReactNode } from 'react';

export type GateProps = { title: string; intro?: ReactNode; children: ReactNode; after?: ReactNode };

/** The narrow card of the pages where one enters. */
export function Gate({ title, intro, children, after }: GateProps) {
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="mb-2">{title}</h1>
      {intro && <div className="mb-5 text-muted">{intro}</div>}
      <div className="card mt-4">{children}</div>
      {after && <div className="mt-4 grid gap-2">{after}</div>}
    </div>
  );
}
