import { dueGroup, dueGroupNames, dueGroups, type DueGroup } from '~/domain/task/due';
import type { TaskRow, TaskScope } from '~/domain/task/list-tasks.server';
import type { Day } from '~/domain/text/paris-day';
import type { Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { TaskForm } from './task-form';
import { TaskLine } from './task-line';
import { tasksAddress } from './tasks-address';

type TaskGroupsProps = {
  tasks: readonly TaskRow[]; scope: TaskScope; done: boolean; group: DueGroup | null; today: Day; me: string; mayWrite: boolean; isFirst: boolean;
  colleagues: readonly { value: string; label: string }[]; here: string; nextTo: string | null; edited: string | null; failure?: Failure;
};

/** The tasks of a page under the words of their group. The one that is being corrected is a form. */
export function TaskGroups({ tasks, scope, done, group, today, me, mayWrite, isFirst, colleagues, here, nextTo, edited, failure }: TaskGroupsProps) {
  if (tasks.length === 0) return <Nothing {...{ scope, done, group, isFirst }} />;
  const groups = done ? [{ title: 'Faites', rows: tasks }] : dueGroupNames.map((name) => ({ title: dueGroups[name].label, rows: tasks.filter(({ dueOn }) => dueGroup(dueOn, today) === name) }));
  return (
    <>
      {groups.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => (
        <Card key={title} title={title} flush>
          <ul className="task-list">
            {rows.map((task) =>
              mayWrite && edited === task.id ? (
                <li key={task.id} className="task-edit"><TaskForm task={task} today={today} me={me} colleagues={colleagues} back={here} failure={failure?.values.taskId === task.id ? failure : undefined} /></li>
              ) : (
                <TaskLine key={task.id} task={task} today={today} mayWrite={mayWrite} back={here} showsPerson={scope.whose !== 'mine'} editTo={`${here}${here.includes('?') ? '&' : '?'}modifier=${task.id}`} />
              ),
            )}
          </ul>
        </Card>
      ))}
      {nextTo && <LinkButton to={nextTo} icon="forward">La suite</LinkButton>}
    </>
  );
}

function Nothing({ scope, done, group, isFirst }: Pick<TaskGroupsProps, 'scope' | 'done' | 'group' | 'isFirst'>) {
  if (!isFirst) return <EmptyState icon="check" title="Il n’y a rien de plus" action={<LinkButton to={tasksAddress({})}>Revenir au début</LinkButton>} />;
  if (done) return <EmptyState icon="check" title="Rien de fait pour le moment" text="Ce que vous cochez arrive ici, avec sa date." />;
  if (group) return <EmptyState icon="check" title={`Rien sous « ${dueGroups[group].label} »`} text="Tant mieux." />;
  const text = scope.whose === 'mine' ? 'Notez ci-dessus ce qu’il y a à faire, ou la suite à donner en notant un échange sur la fiche d’un partenaire.' : 'Personne n’a de tâche ouverte ici.';
  return <EmptyState icon="check" title="Rien à faire" text={text} />;
}
