import { useEffect, useRef } from 'react';
import type { StaleChange } from '~/domain/errors';
import { Diff } from '~/ui/diff';
import { Flash } from '~/ui/flash';

/** What somebody changed in either record while one was choosing. The choices below are those that were made. */
export function StaleChanges({ sentence, changes }: { sentence: string; changes: readonly StaleChange[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [sentence]);
  return (
    <div ref={box} tabIndex={-1} data-focus-ring="">
      <Flash kind="warning" title={sentence}>
        <ul>
          {changes.map(({ label, theirs, yours }) => <li key={label}><b>{label}</b> : <Diff from={yours} to={theirs} /></li>)}
        </ul>
      </Flash>
    </div>
  );
}
