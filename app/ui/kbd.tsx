import type { ReactNode } from 'react';

/** A key of the keyboard, as it is written on it. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
