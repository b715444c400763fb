import { Form, Link } from '@remix-run/react';
import type { TaskRow } from '~/domain/task/list-tasks.server';
import { longestTitle } from '~/domain/task/longest-title';
import type { Day } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { TaskLine } from '~/routes/staff/tasks/task-line';
import { tasksAddress } from '~/routes/staff/tasks/tasks-address';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';

type TasksCardProps = { partnershipId: string; tasks: readonly TaskRow[]; today: Day; mayWrite: boolean };

/** What comes next with this partner, and one more thing to do. */
export function TasksCard({ partnershipId, tasks, today, mayWrite }: TasksCardProps) {
  const along = useAlong();
  const back = along(paths.partner(partnershipId));
  return (
    <Card title="À faire" action={<Link to={paths.tasks()}>Toutes mes tâches</Link>}>
      {tasks.length === 0 && <p className="muted">Rien de prévu avec ce partenaire.</p>}
      {tasks.length > 0 && (
        <ul className="task-list" data-inset="">
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} today={today} mayWrite={mayWrite} back={back} showsPartner={false} editTo={tasksAddress({ de: task.assigneeId ?? 'equipe', modifier: task.id })} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <details className="mt-3">
          <summary>Ajouter une tâche</summary>
          <Form key={tasks.length} method="post" action={paths.tasks()} className="mt-3" preventScrollReset>
            <FormStack>
              <input type="hidden" name="partnershipId" value={partnershipId} />
              <input type="hidden" name="back" value={back} />
              <TextField name="title" id="champ-tache" label="Que faut-il faire ?" required maxLength={longestTitle} />
              <DateField name="dueOn" id="champ-tache-jour" label="Pour le" required defaultValue={today} />
              <div><Button name="intent" value="add" icon="add">Ajouter</Button></div>
            </FormStack>
          </Form>
        </details>
      )}
    </Card>
  );
}
