import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';

export type TookPart = { contactIds: readonly string[]; colleagueIds: readonly string[] };
const nobody: TookPart = { contactIds: [], colleagueIds: [] };

/**
 * Notes who took part in an exchange, on both sides; `before` is who was noted already (they stay valid even if they left).
 * Throws `invalid('contactIds')` for a contact of another partner, `invalid('colleagueIds')` for somebody of another agency.
 */
export async function noteWhoTookPart(ctx: Ctx, of: { partnershipId: string; interactionId: string }, now: TookPart, before: TookPart = nobody): Promise<void> {
  const come = { contactIds: without(now.contactIds, before.contactIds), colleagueIds: without(now.colleagueIds, before.colleagueIds) };
  const gone = { contactIds: without(before.contactIds, now.contactIds), colleagueIds: without(before.colleagueIds, now.colleagueIds) };
  await checkContacts(ctx, of.partnershipId, come.contactIds);
  await checkColleagues(ctx, come.colleagueIds);
  const { interactionId } = of;
  if (gone.contactIds.length > 0) await ctx.db.interactionContact.deleteMany({ where: { interactionId, contactId: { in: gone.contactIds } } });
  if (gone.colleagueIds.length > 0) await ctx.db.interactionColleague.deleteMany({ where: { interactionId, userId: { in: gone.colleagueIds } } });
  if (come.contactIds.length > 0) await ctx.db.interactionContact.createMany({ data: come.contactIds.map((contactId) => ({ ...of, contactId })) });
  if (come.colleagueIds.length > 0) await ctx.db.interactionColleague.createMany({ data: come.colleagueIds.map((userId) => ({ ...of, userId })) });
}

const without = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => !others.includes(id));

async function checkContacts(ctx: Ctx, partnershipId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await ctx.db.contact.count({ where: { partnershipId, deletedAt: null, id: { in: ids } } });
  if (known < ids.length) throw invalid('contactIds', 'Une de ces personnes n’est pas, ou plus, parmi les interlocuteurs de ce partenaire.');
}

async function checkColleagues(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const members = await ctx.db.membership.findMany({ where: { missionLocaleId: ctx.actor.missionLocaleId, endedAt: null, userId: { in: ids } }, select: { userId: true }, distinct: ['userId'] });
  if (members.length < ids.length) throw invalid('colleagueIds', 'Une de ces personnes ne travaille pas, ou plus, dans votre Mission Locale.');
}
