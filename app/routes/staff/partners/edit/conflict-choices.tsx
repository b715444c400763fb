import { useEffect, useRef } from 'react';
import type { StaleChange } from '~/domain/errors';
import { Card } from '~/ui/card';
import { Flash } from '~/ui/flash';
import { FormStack } from '~/ui/form-layout';
import { RadioGroup } from '~/ui/radio-group';

/** Two people changed the same things: both values, and a choice for each. Nothing is chosen beforehand but one's own. */
export function ConflictChoices({ conflicts }: { conflicts: readonly StaleChange[] }) {
  const box = useRef<HTMLDivElement>(null);
  const isAsked = conflicts.length > 0;
  // The button that was pressed is far below: the question comes to the person.
  useEffect(() => {
    if (isAsked) box.current?.focus();
  }, [isAsked]);
  if (!isAsked) return null;
  return (
    <div ref={box} tabIndex={-1} data-focus-ring="">
      <Card>
        <Flash kind="warning" title="Une autre personne a modifié cette fiche pendant que vous l’aviez ouverte.">
          {' '}Rien n’est perdu. Ce qui ne se contredit pas est déjà réuni ; choisissez pour le reste, puis enregistrez.
        </Flash>
        <FormStack>
          {conflicts.map(({ field, label, theirs, yours }) => (
            <RadioGroup
              key={field}
              name={`keep.${field}`}
              label={label}
              defaultValue="mine"
              options={[
                { value: 'mine', label: yours || 'vide', hint: 'Ce que vous avez écrit' },
                { value: 'theirs', label: theirs || 'vide', hint: 'Ce que l’autre personne a écrit' },
              ]}
            />
          ))}
        </FormStack>
      </Card>
    </div>
  );
}
