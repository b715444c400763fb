import { redirect } from '@remix-run/node';
import { returnPath } from '~/domain/account/return-path';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { restoreTask } from '~/domain/task/restore-task.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { page, undo, type Visit } from '~/server/http.server';

const backTo = ({ url }: Visit) => returnPath(url.searchParams.get('retour') ?? paths.tasks());

/** "Annuler", after a task was taken away. Opened as a page, it leads to the tasks. */
export const loader = page('task.read', async () => redirect(paths.tasks()));

export const action = undo('task.write', backTo, async (ctx, { params }) => {
  const { title } = await restoreTask(ctx, { taskId: knownId(params.taskId, 'Cette tâche n’existe pas, ou plus.') });
  return { text: `La tâche est de nouveau là : ${inGuillemets(title)}.` };
});
