import { Link } from '@remix-run/react';
import { dueGroupNames, dueGroups, type DueGroup } from '~/domain/task/due';
import type { TaskCounts, TaskScope } from '~/domain/task/list-tasks.server';
import { ActionMenu, MenuLink } from '~/ui/action-menu';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
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
    { voir: 'faites', label: 'Faites', count: null },
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
      <nav className="tabs" aria-label="Quelles tâches">
        <ul>
          {views.map(({ voir, label, count }) => (
            <li key={label}>
              <Link to={tasksAddress({ de, voir })} aria-current={shown === voir ? 'page' : undefined} preventScrollReset>
                {label}
                {count !== null && <span className="tab-count">{frenchNumber(count)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
