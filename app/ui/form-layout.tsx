import type { ReactNode } from 'react';

/** Fields one under the other, evenly spaced. Wraps them inside a Form. */
export function FormStack({ children }: { children: ReactNode }) {
  return <div className="form">{children}</div>;
}

/** Fields side by side where there is room: postcode and town, begin and end. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="form-row">{children}</div>;
}
