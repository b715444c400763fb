import type { Ctx } from '~/access/context';
import { invalid, stale } from '~/domain/errors';
import { listToChange } from './list-of.server';

type RenameList = { listId: string; version: number; name: string; isShared: boolean };

/**
 * Renames a list, shares it or keeps it for its author. Throws `stale` when somebody changed it since; only its author takes
 * back a shared one: it would vanish from everybody else’s hands.
 */
export async function renameList(ctx: Ctx, { listId, version, name, isShared }: RenameList): Promise<void> {
  const list = await listToChange(ctx, listId);
  if (list.isShared && !isShared && list.createdById !== ctx.actor.userId) throw invalid('isShared', 'Seule la personne qui l’a créée peut la reprendre pour elle.');
  const { count } = await ctx.db.savedList.updateMany({ where: { id: listId, version }, data: { name, isShared } });
  if (count === 0) throw stale('Une autre personne vient de changer cette liste.', list.version, list.name === name ? [] : [{ field: 'name', label: 'Nom', theirs: list.name, yours: name }]);
}
