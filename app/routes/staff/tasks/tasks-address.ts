import { dueGroupNames, dueGroups, type DueGroup } from '~/domain/task/due';
import type { TaskScope } from '~/domain/task/list-tasks.server';
import { isUuid } from '~/domain/text/uuid';
import { paths } from '~/paths';

/** What the address of the tasks says: whose (`de`), which (`voir`), from where (`apres`), and the one that is being corrected (`modifier`). */
export type TasksAddress = { scope: TaskScope; group: DueGroup | null; done: boolean; after: string | null; edited: string | null };

export function readTasksAddress(params: URLSearchParams): TasksAddress {
  const whose = params.get('de') ?? '';
  const shown = params.get('voir') ?? '';
  return {
    scope: whose === 'equipe' ? { whose: 'team' } : isUuid(whose) ? { whose: 'one', userId: whose } : { whose: 'mine' },
    group: dueGroupNames.find((group) => dueGroups[group].address === shown) ?? null,
    done: shown === 'faites',
    after: params.get('apres'),
    edited: params.get('modifier'),
  };
}

type Wanted = { de?: string | null; voir?: string | null; apres?: string | null; modifier?: string | null };

/** The address of a list of tasks; what is left out is left out of it. */
export function tasksAddress(wanted: Wanted): string {
  const params = new URLSearchParams(Object.entries(wanted).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return params.size > 0 ? `${paths.tasks()}?${params}` : paths.tasks();
}

export const whoseOf = (scope: TaskScope): string | null => (scope.whose === 'team' ? 'equipe' : scope.whose === 'one' ? scope.userId : null);
