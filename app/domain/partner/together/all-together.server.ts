import type { Ctx } from '~/access/context';
import type { BulkVerb, ChangePreview } from '~/domain/partner/list/bulk-change';
import type { BulkChange } from '~/domain/partner/list/bulk-change.schema';
import { heldAmong } from '~/domain/partnership/partnership-of.server';
import { taskTogether } from './add-tasks.server';
import { listTogether } from './add-to-list.server';
import { archiveTogether } from './archive.server';
import { assignTogether } from './assign.server';
import { moveTogether } from './move.server';
import type { Before, Together } from './together';
import { kindTogether, tagTogether, themeTogether } from './value.server';

const table: { [V in BulkVerb]: Together<V> } = {
  attribuer: assignTogether,
  etiqueter: tagTogether,
  thematiser: themeTogether,
  typer: kindTogether,
  deplacer: moveTogether,
  lister: listTogether,
  planifier: taskTogether,
  archiver: archiveTogether,
};

/** The way of doing this change: its verb and its words go together, which the compiler does not see. */
const wayOf = (change: BulkChange) => table[change.verb] as unknown as Together<BulkVerb>;

/** What a change would do to these partners, nothing done. Three queries at most. Throws `invalid` for a value that is not the agency's. */
export async function previewTogether(ctx: Ctx, { ids, change }: { ids: readonly string[]; change: BulkChange }): Promise<ChangePreview> {
  await wayOf(change).check(ctx, change);
  const { changing, refused = [], notes = [] } = await wayOf(change).preview(ctx, ids, change);
  return { changing, refused, notes, already: ids.length - changing - refused.reduce((sum, { count }) => sum + count, 0) };
}

/** Does it, but to a record that was taken into another one meanwhile. */
export async function applyTogether(ctx: Ctx, ids: readonly string[], change: BulkChange): Promise<Before[]> {
  await wayOf(change).check(ctx, change);
  return wayOf(change).apply(ctx, await heldAmong(ctx, ids), change);
}

/** What a merge has taken since is left to it; a task is put back wherever it hangs now. */
export async function putBackTogether(ctx: Ctx, rows: readonly Before[], change: BulkChange): Promise<number> {
  const living = new Set(await heldAmong(ctx, rows.map(({ id }) => id)));
  return wayOf(change).putBack(ctx, rows.filter(({ id, taskId }) => taskId !== undefined || living.has(id)), change);
}
