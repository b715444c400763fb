import type { ReactNode } from 'react';

export type Tone = 'ok' | 'wait' | 'stop' | 'sleep' | 'theme' | 'neutral';

/** Each state has its shape, so that colour is never alone to say it. Themes are words only. */
const shapes: Record<Tone, ReactNode> = {
  ok: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  wait: <path d="M6 0l6 6-6 6-6-6z" fill="currentColor" />,
  stop: <path d="M1.5 1.5l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />,
  sleep: <path d="M6 .5a5.5 5.5 0 1 0 0 11z" fill="currentColor" />,
  theme: null,
  neutral: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** A state or a theme in a word or two. */
export function Chip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="chip" data-tone={tone}>
      {shapes[tone] && (
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          {shapes[tone]}
        </svg>
      )}
      <span>{children}</span>
    </span>
  );
}

/** Several of them, which wrap. */
export function Chips({ children }: { children: ReactNode }) {
  return <div className="chips">{children}</div>;
}
