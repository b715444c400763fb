import type { ReactNode } from 'react';

/** A page to be read: one column, headings, lists. */
export function LegalText({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className="mx-auto grid max-w-[44rem] gap-3 [&_h2]:mt-5 [&_h2]:text-[1.25rem] [&_li]:ml-5 [&_li]:list-disc [&_ul]:grid [&_ul]:gap-1">
      <h1>{title}</h1>
      {children}
    </article>
  );
}
