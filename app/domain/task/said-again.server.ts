import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';

/** A rule says a thing once: what it proposed long ago does not come back beside what it proposes now. Throws `conflict`. */
export async function saidAgain(ctx: Ctx, { id, ruleKey }: { id: string; ruleKey: string | null }): Promise<void> {
  if (!ruleKey) return;
  const again = await ctx.db.task.count({ where: { ruleKey, id: { not: id }, doneAt: null, deletedAt: null } });
  if (again > 0) throw conflict('Cette proposition est déjà revenue dans les tâches à faire.');
}
