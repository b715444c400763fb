import { asSystem } from '~/server/db.server';
import { react } from './react.server';
import type { Task } from './run-task.server';

/** Every job there is, by name. */
export const tasks = {
  react: { says: 'Suites d’un évènement', work: react, quiet: true },
  'search.learnWords': {
    says: 'Mots connus de la recherche',
    quiet: true,
    // A little overlap: a change kept just before the last run is learnt by this one.
    work: () => asSystem('the search learns new words', async (db) => void (await db.$queryRaw`SELECT search.learn_words(now() - interval '1 hour')`)),
  },
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks | 'import.step' | 'mail.invitation' | 'mail.passwordReset' | 'mail.send';

/** graphile-worker's crontab. */
export const crontab = '';
