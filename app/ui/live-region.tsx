import type { ReactNode } from 'react';

/** Says its content aloud each time it changes. It must be on the page before it speaks, so render it empty first. */
export function LiveRegion({ children, urgent }: { children?: ReactNode; urgent?: boolean }) {
  return (
    <div className="visually-hidden" role={urgent ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
