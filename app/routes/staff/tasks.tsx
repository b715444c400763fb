import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { colleagueChoices } from '~/domain/partner/choices.queries.server';
import { addTask } from '~/domain/task/add-task.server';
import { assignTask } from '~/domain/task/assign-task.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { deleteTask } from '~/domain/task/delete-task.server';
import { dueWords } from '~/domain/task/due';
import { editTask } from '~/domain/task/edit-task.server';
import { countOpenTasks, listDoneTasks, listOpenTasks, oneTask } from '~/domain/task/list-tasks.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { parisDay } from '~/domain/text/paris-day';
import { reopenTask } from '~/domain/task/reopen-task.server';
import { snoozeTask } from '~/domain/task/snooze-task.server';
import { addTaskSchema, assignTaskSchema, editTaskSchema, snoozeTaskSchema, taskIdSchema } from '~/domain/task/task.schema';
import { paths } from '~/paths';
import { back, comeBack, undoTo } from '~/routes/staff/tasks/come-back.server';
import { TaskForm } from '~/routes/staff/tasks/task-form';
import { TaskGroups } from '~/routes/staff/tasks/task-groups';
import { TaskTabs } from '~/routes/staff/tasks/task-tabs';
import { readTasksAddress, tasksAddress, whoseOf } from '~/routes/staff/tasks/tasks-address';
import { useTaskKeys } from '~/routes/staff/tasks/use-task-keys';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { ErrorSummary } from '~/ui/error-summary';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'À faire · Maillage' }];

export const loader = page('task.read', async (ctx, { url }) => {
  const { scope, group, done, after, edited } = readTasksAddress(url.searchParams);
  const { tasks, next } = done ? await listDoneTasks(ctx, { scope, after }) : await listOpenTasks(ctx, { scope, group, after });
  const [whose, shown] = [whoseOf(scope), url.searchParams.get('voir')];
  return {
    tasks,
    counts: await countOpenTasks(ctx, scope),
    colleagues: await colleagueChoices(ctx),
    scope, group, done, edited,
    // Asked for from elsewhere, it may be on another page.
    elsewhere: edited && !tasks.some(({ id }) => id === edited) ? await oneTask(ctx, edited) : null,
    here: tasksAddress({ de: whose, voir: shown, apres: after }),
    nextTo: next && tasksAddress({ de: whose, voir: shown, apres: next }),
    isFirst: !after,
    today: parisDay(ctx.now),
    me: ctx.actor.userId,
    mayWrite: actorMay(ctx.actor, 'task.write'),
  };
});

export const action = commands({
  add: command('task.write', addTaskSchema.extend(back), async (ctx, { back: to, partnershipId = null, ...input }) => {
    const { isLate } = await addTask(ctx, { ...input, partnershipId });
    return comeBack(to, { kind: isLate ? 'warning' : 'ok', text: isLate ? 'La tâche est ajoutée. Son jour est passé : elle est déjà en retard.' : `La tâche est ajoutée, pour ${dueWords(input.dueOn, parisDay(ctx.now))}.` });
  }),
  complete: command('task.write', taskIdSchema.extend(back), async (ctx, { back: to, taskId }) => {
    const { title } = await completeTask(ctx, { taskId });
    return comeBack(to, { kind: 'ok', text: `C’est fait : ${inGuillemets(title)}.`, action: { label: 'Annuler', to: undoTo(paths.taskReopen(taskId), to) } });
  }),
  reopen: command('task.write', taskIdSchema.extend(back), async (ctx, { back: to, taskId }) => {
    const { title } = await reopenTask(ctx, { taskId });
    return comeBack(to, { kind: 'ok', text: `De nouveau à faire : ${inGuillemets(title)}.` });
  }),
  snooze: command('task.write', snoozeTaskSchema.extend(back), async (ctx, { back: to, ...input }) => {
    const { dueOn } = await snoozeTask(ctx, input);
    return comeBack(to, { kind: 'ok', text: `La tâche est reportée : ${dueWords(dueOn, parisDay(ctx.now))}.` });
  }),
  assign: command('task.write', assignTaskSchema.extend(back), async (ctx, { back: to, ...input }) => {
    await assignTask(ctx, input);
    return comeBack(to, { kind: 'ok', text: input.assigneeId ? 'La tâche est confiée.' : 'La tâche est à toute l’équipe.' });
  }),
  edit: command('task.write', editTaskSchema.extend(back), async (ctx, { back: to, ...input }) => {
    await editTask(ctx, input);
    return comeBack(to, { kind: 'ok', text: 'La tâche est enregistrée.' });
  }),
  delete: command('task.write', taskIdSchema.extend(back), async (ctx, { back: to, taskId }) => {
    await deleteTask(ctx, { taskId });
    return comeBack(to, { kind: 'ok', text: 'La tâche est supprimée.', action: { label: 'Annuler', to: undoTo(paths.taskRestore(taskId), to) } });
  }),
});

export default function Tasks() {
  const data = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const { tasks, today, me, colleagues, here, mayWrite, done } = data;
  useTaskKeys();
  const other = failure && !['add', 'edit'].includes(failure.intent ?? '') ? failure : undefined;
  // A refused form comes back at the place where it was typed.
  const edited = failure?.intent === 'edit' ? failure.values.taskId : data.edited;
  return (
    <Page title="À faire" meta={['Ce que vous avez promis, et ce que Maillage vous propose.']}>
      {other && <ErrorSummary formError={other.errors.form ?? Object.values(other.errors)[0]} />}
      {mayWrite && !done && (
        <Card>
          <TaskForm key={tasks.length} today={today} me={me} colleagues={colleagues} back={here} failure={failure?.intent === 'add' ? failure : undefined} />
        </Card>
      )}
      {mayWrite && data.elsewhere && edited === data.elsewhere.id && (
        <Card title="Modifier une tâche">
          <TaskForm task={data.elsewhere} today={today} me={me} colleagues={colleagues} back={here} failure={failure?.intent === 'edit' ? failure : undefined} />
        </Card>
      )}
      <TaskTabs {...data} />
      <TaskGroups {...data} edited={typeof edited === 'string' ? edited : null} failure={failure} />
    </Page>
  );
}
