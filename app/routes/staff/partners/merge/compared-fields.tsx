import type { ComparedField } from '~/domain/merge/merge-preview.server';
import { RadioGroup } from '~/ui/radio-group';

/** One choice a field on which two records differ: both values, and which of the two each is from, called `what`. `chosen`: what was sent before. */
export function ComparedFields({ fields, prefix, keptName, mergedName, chosen, what = { kept: 'Fiche gardée', merged: 'Autre fiche' } }: { fields: readonly ComparedField[]; prefix: string; keptName: string; mergedName: string; chosen: Readonly<Record<string, unknown>>; what?: { kept: string; merged: string } }) {
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
              { value: 'kept', label: kept || 'Rien', hint: `${what.kept} : ${keptName}` },
              { value: 'merged', label: merged || 'Rien', hint: `${what.merged} : ${mergedName}`, disabled: isLocked },
            ]}
          />
        );
      })}
    </div>
  );
}
