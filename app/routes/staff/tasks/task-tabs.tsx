import { dueGroupNames, dueGroups, type DueGroup } from '~/domain/task/due';
import type { TaskCounts, TaskScope } from '~/domain/task/list-tasks.server';
import { ActionMenu, MenuLink } from '~/ui/action-menu';
import { LinkButton } from '~/ui/link-button';
import { Tabs } from '~/ui/tabs';
import { tasksAddress, whoseOf } from './tasks-address';

type TaskTabsProps = { scope: TaskScope; group: DueGroup | null; done: boolean; counts: TaskCounts; colleagues: readonly { value: string; label: string }[]; me: string };

/** Whose tasks, and which. Each choice is an address. */
export function TaskTabs({ scope, group, done, counts, colleagues, me }: TaskTabsProps) {
  const de = whoseOf(scope);
  const total = dueGroupNames.reduce((sum, name) => sum + counts[name], 0);
  const shown = done ? 'faites' : group && dueGroups[group].address;
  const views = [
    { voir: null, label: 'Toutes', count: total },
    ...dueGroupNames.map((name) => ({ voir: dueGroups[name].address, label: dueGroups[name].label, count: counts[name] })),
    { voir: 'faites', label: 'Faites', count: undefined },
  ];
  const person = scope.whose === 'one' && colleagues.find(({ value }) => value === scope.userId)?.label;
  return (
    <>
      <nav className="mb-4 flex flex-wrap items-center gap-2" aria-label="Les tâches de qui">
        <LinkButton to={tasksAddress({ voir: shown })} variant={scope.whose === 'mine' ? 'main' : 'default'} aria-current={scope.whose === 'mine' ? 'page' : undefined}>Les miennes</LinkButton>
        <LinkButton to={tasksAddress({ de: 'equipe', voir: shown })} variant={scope.whose === 'team' ? 'main' : 'default'} aria-current={scope.whose === 'team' ? 'page' : undefined}>Toute l’équipe</LinkButton>
        <ActionMenu key={de} label={person || 'Une autre personne'} icon="person" side="start">
          {colleagues.filter(({ value }) => value !== me).map(({ value, label }) => (
            <MenuLink key={value} to={tasksAddress({ de: value, voir: shown })} aria-current={scope.whose === 'one' && scope.userId === value ? 'page' : undefined}>{label}</MenuLink>
          ))}
        </ActionMenu>
      </nav>
      <Tabs label="Quelles tâches" items={views.map(({ voir, label, count }) => ({ to: tasksAddress({ de, voir }), label, count, isCurrent: shown === voir }))} />
    </>
  );
}
