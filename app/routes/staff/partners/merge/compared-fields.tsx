import type { ComparedField } from '~/domain/merge/merge-preview.server';
import { RadioGroup } from '~/ui/radio-group';

/** One choice a field on which two records differ: both values, and which record each is from. `chosen`: what was sent before. */
export function ComparedFields({ fields, prefix, keptName, mergedName, chosen }: { fields: readonly ComparedField[]; prefix: string; keptName: string; mergedName: string; chosen: Readonly<Record<string, unknown>> }) {
  return (
    <div className="grid gap-5">
      {fields.map(({ field, label, kept, merged, proposed, isLocked }) => {
        const name = `${prefix}${field}`;
        const before = chosen[name];
        return (
          <RadioGroup
            key={field}
            name={name}
            label={label}
            columns={2}
            hint={isLocked ? 'L’organisation l’a écrit elle-même : cela reste.' : undefined}
            defaultValue={before === 'kept' || before === 'merged' ? before : proposed}
            options={[
              { value: 'kept', label: kept || 'Rien', hint: `Fiche gardée : ${keptName}` },
              { value: 'merged', label: merged || 'Rien', hint: `Autre fiche : ${mergedName}`, disabled: isLocked },
            ]}
          />
        );
      })}
    </div>
  );
}
