import type { Ctx } from '~/access/context';
import { forbidden, notFound } from '~/domain/errors';

/** The agency whose members this person manages. */
export function ownAgency({ actor }: Ctx): string {
  if (!actor.missionLocaleId) throw forbidden('Cette action se fait depuis une agence.');
  return actor.missionLocaleId;
}

/** A membership of this very agency: one also sees one's own places elsewhere, which are not this agency's to change. */
export async function ownMembership(ctx: Ctx, membershipId: string) {
  const membership = await ctx.db.membership.findFirst({ where: { id: membershipId, missionLocaleId: ownAgency(ctx) } });
  if (!membership) throw notFound('Cette personne ne fait pas partie de votre agence.');
  return membership;
}
