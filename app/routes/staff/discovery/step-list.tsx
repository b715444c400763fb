import { Link } from '@remix-run/react';
import type { TickedStep } from '~/domain/discovery/steps';
import { pathOfPlace } from '~/routes/staff/discovery/path-of-place';
import { Icon } from '~/ui/icon';

/** The steps with what each gives; those that were done are ticked. */
export function StepList({ steps, isShort }: { steps: readonly TickedStep[]; /** Those done without their sentence. */ isShort?: boolean }) {
  return (
    <ol className="step-list">
      {steps.map(({ key, title, text, to, done }) => (
        <li key={key} data-done={done || undefined}>
          {done === null ? <Icon name="next" /> : <span className="step-mark">{done && <Icon name="check" size={16} />}</span>}
          <div className="min-w-0">
            <Link to={pathOfPlace(to)}>{title}</Link>
            {done && <span className="muted text-sm"> (fait)</span>}
            {!(done && isShort) && <div className="muted text-sm">{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** « 2 sur 5 » */
export const progressWords = (steps: readonly TickedStep[]) => `${steps.filter(({ done }) => done).length} sur ${steps.length}`;
