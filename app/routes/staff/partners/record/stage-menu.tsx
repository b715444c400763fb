import { verbs, verbsFrom, type Stage, type Verb } from '~/domain/partnership/partnership.lifecycle';
import type { Permission } from '~/access/permissions';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { PopoverForm } from './popover-form';

type StageMenuProps = { action: string; stage: Stage; permissions: readonly Permission[]; endReasons: readonly { value: string; label: string }[]; failure?: Failure };

const hints: Partial<Record<Verb, string>> = {
  archive: 'Il quitte les listes, rien n’est perdu : les tâches, conventions et dons promis restent ouverts, et vous seront dits.',
  end: 'Il faut dire pourquoi.',
  sleep: 'Rien en ce moment, on garde le lien.',
};

/** What can be done with the partnership from its stage, with a word to keep of it. The choices are the lifecycle's. */
export function StageMenu({ action, stage, permissions, endReasons, failure }: StageMenuProps) {
  const allowed = verbsFrom(stage).filter((verb) => permissions.includes(verbs[verb].permission));
  if (allowed.length === 0) return null;
  const failed = failure?.intent && failure.intent in verbs ? failure : undefined;
  const { form, ...errors } = failed?.errors ?? {};
  const typed = (name: string) => (typeof failed?.values[name] === 'string' ? failed.values[name] : undefined);
  return (
    <PopoverForm label="Changer l’étape" icon="forward" shortcut="e" action={action} open={Boolean(failed)}>
      {failed && <ErrorSummary errors={errors} formError={form} />}
      <RadioGroup name="intent" label="Que se passe-t-il ?" required defaultValue={failed?.intent ?? allowed[0]} options={allowed.map((verb) => ({ value: verb, label: verbs[verb].label, hint: hints[verb] }))} />
      {allowed.includes('end') && <div className="if-ended"><SelectField name="endReasonId" label="Pourquoi se termine-t-il ?" placeholder="Choisir…" options={endReasons} defaultValue={typed('endReasonId')} error={errors.endReasonId} /></div>}
      <TextArea name="comment" label="Un mot à garder" hint="Facultatif." rows={2} maxLength={2000} defaultValue={typed('comment')} error={errors.comment} />
      <FormActions>
        <Button type="submit" variant="main">Enregistrer</Button>
      </FormActions>
    </PopoverForm>
  );
}
