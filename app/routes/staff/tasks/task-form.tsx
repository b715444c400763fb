import { Form } from '@remix-run/react';
import { useEffect } from 'react';
import type { TaskRow } from '~/domain/task/list-tasks.server';
import { longestTitle } from '~/domain/task/longest-title';
import type { Day } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { StaleNotice } from '~/routes/staff/partners/record/stale-notice';
import { typedAgain } from '~/routes/staff/partners/record/typed-again';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/date-field';
import { FormActions } from '~/ui/form-actions';
import { LinkButton } from '~/ui/link-button';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

type TaskFormProps = {
  /** The task to correct; none to add one. */
  task?: TaskRow;
  today: Day;
  me: string;
  colleagues: readonly { value: string; label: string }[];
  back: string;
  failure?: Failure;
  /** The partner whose record it stands on. */
  partner?: { id: string; name: string } | null;
};

/** What to do, for when, by whom: adds a task, or corrects the one given. */
export function TaskForm({ task, today, me, colleagues, back, failure, partner }: TaskFormProps) {
  const typed = typedAgain(failure, { title: task?.title, dueOn: task?.dueOn ?? today, assigneeId: task ? task.assigneeId : me });
  const id = (name: string) => `champ-${task?.id ?? 'nouvelle'}-${name}`;
  const errors = failure?.stale ? {} : (failure?.errors ?? {});
  const partnerId = partner?.id ?? (typeof failure?.values.partnershipId === 'string' ? failure.values.partnershipId : '');
  const titleId = id('title');
  // Asked for by `e` or by its link, the form takes the focus in the place of the line; so does one that was refused.
  const isAsked = Boolean(task || failure);
  useEffect(() => {
    if (isAsked) document.getElementById(titleId)?.focus();
  }, [isAsked, titleId, failure]);
  return (
    <Form method="post" action={paths.tasks()} className="task-form" preventScrollReset>
      <StaleNotice failure={failure} />
      {task && <input type="hidden" name="taskId" value={task.id} />}
      {task && <input type="hidden" name="version" value={failure?.stale?.version ?? task.version} />}
      {partnerId && !task && <input type="hidden" name="partnershipId" value={partnerId} />}
      <input type="hidden" name="back" value={back} />
      <div className="task-fields">
        <TextField name="title" id={titleId} label={task ? 'À faire' : 'Que faut-il faire ?'} required maxLength={longestTitle} placeholder="Rappeler, envoyer le devis, relire la convention…" defaultValue={typed('title')} error={errors.title} />
        <DateField name="dueOn" id={id('dueOn')} label="Pour le" required defaultValue={typed('dueOn')} error={errors.dueOn} />
        <SelectField name="assigneeId" id={id('assigneeId')} label="Par" placeholder="Toute l’équipe" options={colleagues} defaultValue={typed('assigneeId')} error={errors.assigneeId} />
        <FormActions>
          <Button name="intent" value={task ? 'edit' : 'add'} variant="main" icon={task ? undefined : 'add'}>{task ? 'Enregistrer' : 'Ajouter'}</Button>
          {task && <LinkButton to={back} preventScrollReset>Annuler</LinkButton>}
        </FormActions>
      </div>
    </Form>
  );
}
