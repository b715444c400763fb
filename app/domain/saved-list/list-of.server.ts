import { actorMay, type Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { forbidden, notFound } from '~/domain/errors';

/** Who may rename or delete a list: its author, and for a shared one those who look after the agency. */
export const mayChangeList = (actor: Actor, { createdById, isShared }: { createdById: string | null; isShared: boolean }) =>
  createdById === actor.userId || (isShared && actorMay(actor, 'agency.read'));

/** A list that the person sees and may change. Throws `notFound` or `forbidden`. */
export async function listToChange(ctx: Ctx, listId: string) {
  const list = await ctx.db.savedList.findFirst({ where: { id: listId } });
  if (!list) throw notFound('Cette liste n’existe pas, ou plus.');
  if (!mayChangeList(ctx.actor, list)) throw forbidden('Cette liste est à une autre personne : demandez-lui, ou enregistrez-en une à vous.');
  return list;
}
