import type { ReactNode } from 'react';
import { Gate } from './gate';

/** A single-use link that serves no more: why, and what to do. */
export function DeadLink({ text, action }: { text: string; action: ReactNode }) {
  return (
    <Gate title="Ce lien ne sert plus">
      <p className="mb-4">{text}</p>
      {action}
    </Gate>
  );
}
