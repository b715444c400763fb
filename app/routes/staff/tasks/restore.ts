import { redirect } from '@remix-run/node';
import { returnPath } from '~/domain/account/return-path';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { restoreTask } from '~/domain/task/restore-task.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler", after a task was taken away. Opened as a page, it leads to the tasks. */
export const loader = page('task.read', async () => redirect(paths.tasks()));

export const action = command('task.write', z.object({}), async (ctx, _input, { params, url }) => {
  const { title } = await restoreTask(ctx, { taskId: knownId(params.taskId, 'Cette tâche n’existe pas, ou plus.') });
  return redirectWith(returnPath(url.searchParams.get('retour') ?? paths.tasks()), { kind: 'ok', text: `La tâche est de nouveau là : ${inGuillemets(title)}.` });
});
