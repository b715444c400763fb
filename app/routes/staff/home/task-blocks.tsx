import { Link } from '@remix-run/react';
import { dueGroups } from '~/domain/task/due';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { TaskLine } from '~/routes/staff/tasks/task-line';
import { tasksAddress } from '~/routes/staff/tasks/tasks-address';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { frenchNumber } from '~/ui/french-number';
import type { BlockProps } from './home-blocks';

/** One's tasks of the day and those that are late, to be ticked here. */
export function TasksBlock({ home: { tasks }, now, mayWriteTasks }: BlockProps) {
  if (!tasks) return null;
  const { rows, counts } = tasks;
  const more = counts.late + counts.today - rows.length;
  const soon = counts.week > 0 && <p className="mt-2 px-(--card-x) pb-3"><Link to={tasksAddress({ voir: dueGroups.week.address })}>{counts.week > 1 ? `${frenchNumber(counts.week)} autres cette semaine` : 'Une autre cette semaine'}</Link></p>;
  return (
    <Card flush title="À faire aujourd’hui" action={<Link to={paths.tasks()}>Toutes mes tâches</Link>}>
      {counts.late > 0 && <p className="px-(--card-x) pb-2"><Link to={tasksAddress({ voir: dueGroups.late.address })}>{frenchNumber(counts.late)} en retard</Link></p>}
      {rows.length === 0 && <p className="muted px-(--card-x) pb-3">Rien qui presse. {counts.week === 0 && 'Notez la suite à donner quand vous notez un échange : elle arrivera ici le jour venu.'}</p>}
      {rows.length > 0 && (
        <ul className="task-list">
          {rows.map((task) => <TaskLine key={task.id} task={task} today={parisDay(now)} mayWrite={mayWriteTasks} back={paths.home()} showsPerson={false} editTo={tasksAddress({ modifier: task.id })} />)}
        </ul>
      )}
      {more > 0 && <p className="mt-2 px-(--card-x) pb-3"><Link to={paths.tasks()}>{more > 1 ? `Et ${frenchNumber(more)} autres, en retard ou pour aujourd’hui` : 'Et une autre, en retard ou pour aujourd’hui'}</Link></p>}
      {soon}
    </Card>
  );
}

/** How much waits for whom. */
export function TeamBlock({ home: { team } }: BlockProps) {
  if (!team) return null;
  return (
    <Card flush={team.length > 0} title="Tâches de l’équipe" action={<Link to={tasksAddress({ de: 'equipe' })}>Toutes</Link>}>
      {team.length === 0 ? (
        <p className="muted">Personne n’a de tâche ouverte.</p>
      ) : (
        <DataTable
          caption="Tâches ouvertes par personne"
          rows={team}
          rowKey={({ userId }) => userId ?? 'team'}
          rowTo={({ userId }) => tasksAddress({ de: userId ?? 'equipe' })}
          columns={[
            { key: 'name', header: 'Qui', isRowHeader: true, cell: ({ name }) => name ?? 'Toute l’équipe' },
            { key: 'late', header: 'En retard', align: 'end', cell: ({ late }) => frenchNumber(late) },
            { key: 'today', header: 'Aujourd’hui', align: 'end', cell: ({ today }) => frenchNumber(today) },
            { key: 'all', header: 'En tout', align: 'end', cell: ({ all }) => frenchNumber(all) },
          ]}
        />
      )}
    </Card>
  );
}
