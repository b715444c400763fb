import { Form } from '@remix-run/react';
import type { TaskRow } from '~/domain/task/list-tasks.server';
import { dueWords } from '~/domain/task/due';
import { addDays, type Day } from '~/domain/text/paris-day';
import { snoozeNames, snoozes } from '~/domain/task/snooze';
import { paths } from '~/paths';
import { ActionMenu, MenuButton, MenuLink } from '~/ui/action-menu';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/date-field';

type SnoozeMenuProps = { task: TaskRow; today: Day; back: string; editTo?: string };

/** Puts a task off by a word or to a day, corrects it, takes it away. */
export function SnoozeMenu({ task: { id, title, origin }, today, back, editTo }: SnoozeMenuProps) {
  const hidden = (
    <>
      <input type="hidden" name="taskId" value={id} />
      <input type="hidden" name="back" value={back} />
    </>
  );
  return (
    <ActionMenu label={`Reporter ou corriger : ${title}`} icon="clock" iconOnly>
      <Form method="post" action={paths.tasks()} preventScrollReset>
        {hidden}
        <input type="hidden" name="intent" value="snooze" />
        {/* On a Sunday, the next working day and Monday are one. */}
        {snoozeNames.filter((name, index) => !snoozeNames.slice(0, index).some((before) => snoozes[before].to(today) === snoozes[name].to(today))).map((name) => (
          <MenuButton key={name} name="until" value={name}>{snoozes[name].label} <span className="muted text-sm">{dueWords(snoozes[name].to(today), today)}</span></MenuButton>
        ))}
        <div className="task-day">
          <DateField name="dueOn" id={`report-${id}`} label="À un autre jour" min={today} defaultValue={addDays(today, 2)} />
          <Button size="small" name="until" value="day">Reporter</Button>
        </div>
      </Form>
      {editTo && <MenuLink to={editTo} icon="edit" preventScrollReset data-task-edit>Modifier</MenuLink>}
      <Form method="post" action={paths.tasks()} preventScrollReset>
        {hidden}
        <MenuButton name="intent" value="delete" icon="remove" tone="danger">{origin === 'rule' ? 'Non, merci' : 'Supprimer'}</MenuButton>
      </Form>
    </ActionMenu>
  );
}
