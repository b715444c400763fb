import type { ReactNode } from 'react';

export type Tone = 'ok' | 'wait' | 'stop' | 'sleep' | 'theme' | 'neutral';

/** A state or a theme in a word or two. Each state has its shape, drawn by the stylesheet, so that colour is never alone to say it. */
export function Chip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="chip" data-tone={tone}>
      {children}
    </span>
  );
}

/** Several of them, which wrap. */
export function Chips({ children }: { children: ReactNode }) {
  return <div className="chips">{children}</div>;
}
