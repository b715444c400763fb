import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { checkOfficer } from '~/domain/partnership/check-officer.server';

/** Who is given a task works in this agency today, and may work on tasks. Throws `invalid('assigneeId')`. */
export async function checkAssignee(ctx: Ctx, assigneeId: string | null): Promise<void> {
  if (assigneeId === ctx.actor.userId) return;
  await checkOfficer(ctx, assigneeId).catch(() => {
    throw invalid('assigneeId', 'Cette personne ne travaille pas ou plus dans votre Mission Locale.');
  });
}
