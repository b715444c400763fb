import { forgetOldTraces } from '~/domain/account/forget-old-traces.server';
import { asSystem } from '~/server/db.server';
import { writeInvitation } from './mail-invitation.server';
import { writePasswordChanged } from './mail-password-changed.server';
import { writePasswordReset } from './mail-password-reset.server';
import { sendMail } from './mail-send.server';
import { forgetImportedFiles } from './import-forget-files.server';
import { importStep } from './import-step.server';
import { react } from './react.server';
import type { Task } from './run-task.server';

/** Every job there is, by name (with a colon: graphile-worker's crontab refuses a dot). */
export const tasks = {
  react: { says: 'Suites d’un évènement', work: react, quiet: true },
  'import:step': { says: 'Import d’un fichier', work: importStep },
  'import:forgetFiles': { says: 'Oubli des fichiers importés', quiet: true, work: () => forgetImportedFiles(new Date()) },
  'search:learnWords': {
    says: 'Mots connus de la recherche',
    quiet: true,
    // A little overlap: a change kept just before the last run is learnt by this one.
    work: () => asSystem('the search learns new words', async (db) => void (await db.$queryRaw`SELECT search.learn_words(now() - interval '1 hour')`)),
  },
  'mail:invitation': { says: 'Courriel d’invitation', work: writeInvitation },
  'mail:passwordReset': { says: 'Courriel de mot de passe', work: writePasswordReset },
  'mail:passwordChanged': { says: 'Courriel de mot de passe changé', work: writePasswordChanged },
  'mail:send': { says: 'Envoi d’un courriel', work: (payload, job) => sendMail(payload, job) },
  // A colon where others have a dot: graphile-worker's crontab refuses dots.
  'account:forgetOldTraces': { says: 'Oubli des traces de connexion', quiet: true, work: () => asSystem('old traces of sign-in are forgotten', forgetOldTraces) },
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;

/** graphile-worker's crontab. */
export const crontab = ['17 3 * * * account:forgetOldTraces', '37 3 * * * import:forgetFiles'].join('\n');
