import { nextSteps } from '~/domain/exchange/next-steps';
import { DateField } from '~/ui/date-field';
import { FormStack } from '~/ui/form-layout';
import { RadioGroup } from '~/ui/radio-group';
import { TextField } from '~/ui/text-field';

type NextStepFieldsProps = { typed: (name: string) => string | undefined; errors: Record<string, string> };

/** What comes next, and when: it becomes a task of the person who notes. The calendar is there for « un autre jour ». */
export function NextStepFields({ typed, errors }: NextStepFieldsProps) {
  return (
    <FormStack>
      <TextField name="nextTitle" label="Et ensuite ?" hint="Facultatif. Devient une tâche à faire : « Envoyer la convention »." autoComplete="off" maxLength={200} defaultValue={typed('nextTitle')} error={errors.nextTitle} />
      <div className="group grid gap-3">
        <RadioGroup name="nextWhen" label="Quand ?" inline defaultValue={typed('nextWhen') ?? 'week'} options={Object.entries(nextSteps).map(([value, label]) => ({ value, label }))} />
        <div className="hidden group-has-[[value=date]:checked]:block"><DateField name="nextOn" label="Cet autre jour" defaultValue={typed('nextOn')} error={errors.nextOn} /></div>
      </div>
    </FormStack>
  );
}
