import { type ReactNode, useId } from 'react';

/** A part of the gallery: a title, a line that says when to use it, the specimens. */
export function Section({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-10">
      <h2 id={id} className="mb-1 text-xl">
        {title}
      </h2>
      {text && <p className="mb-4 max-w-3xl text-muted">{text}</p>}
      <div className="grid gap-6">{children}</div>
    </section>
  );
}

/** One state of a component, with its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-sm font-semibold text-muted">{name}</h3>
      {children}
    </div>
  );
}

export function SpecimenRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
