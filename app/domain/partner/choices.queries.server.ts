import { shortName } from '~/access/actor';
import type { Ctx } from '~/access/context';

export type Choice = { value: string; label: string };

/** Colleagues of the agency who may be in charge of a partner. */
export async function colleagueChoices(ctx: Ctx): Promise<Choice[]> {
  const members = await ctx.db.membership.findMany({
    where: { missionLocaleId: ctx.actor.missionLocaleId, endedAt: null, user: { deactivatedAt: null } },
    select: { user: { select: { id: true, firstName: true, lastName: true } } },
    orderBy: [{ user: { firstName: 'asc' } }, { user: { lastName: 'asc' } }],
  });
  const people = new Map(members.map(({ user }) => [user.id, user]));
  return [...people.values()].map((user) => ({ value: user.id, label: user.id === ctx.actor.userId ? `${shortName(user)} (vous)` : shortName(user) }));
}

const toChoice = ({ id, label }: { id: string; label: string }): Choice => ({ value: id, label });

/** Kinds in use: the network's, then the agency's own. */
export async function kindChoices(ctx: Ctx): Promise<{ network: Choice[]; local: Choice[] }> {
  const kinds = await ctx.db.organisationKind.findMany({ where: { retiredAt: null }, orderBy: [{ position: 'asc' }, { label: 'asc' }], select: { id: true, label: true, missionLocaleId: true } });
  return { network: kinds.filter((kind) => !kind.missionLocaleId).map(toChoice), local: kinds.filter((kind) => kind.missionLocaleId).map(toChoice) };
}

export async function tagChoices(ctx: Ctx): Promise<Choice[]> {
  return (await ctx.db.tag.findMany({ where: { retiredAt: null }, orderBy: { label: 'asc' }, select: { id: true, label: true } })).map(toChoice);
}

export async function endReasonChoices(ctx: Ctx): Promise<Choice[]> {
  return (await ctx.db.endReason.findMany({ where: { retiredAt: null }, orderBy: [{ position: 'asc' }, { label: 'asc' }], select: { id: true, label: true } })).map(toChoice);
}

/** The agency's open sites. */
export async function siteChoices(ctx: Ctx): Promise<Choice[]> {
  return (await ctx.db.site.findMany({ where: { closedAt: null }, orderBy: [{ isMain: 'desc' }, { name: 'asc' }], select: { id: true, name: true } })).map(({ id, name }) => ({ value: id, label: name }));
}
