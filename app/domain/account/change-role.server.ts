import type { Ctx } from '~/access/context';
import { conflict, stale } from '~/domain/errors';
import type { ChangeRole } from './account.schema';
import { requireAnotherAdmin } from './last-admin.server';
import { ownAgency, ownMembership } from './own-agency.server';
import { requireOwnSite } from './own-site.server';

/** Changes what a colleague may do here, and the site where they work. It counts from their next page on. */
export async function changeRole(ctx: Ctx, { membershipId, role, siteId, version }: ChangeRole): Promise<void> {
  const membership = await ownMembership(ctx, membershipId);
  if (membership.endedAt) throw conflict('L’accès de cette personne est fermé.');
  if (version !== undefined && version !== membership.version) throw stale('Cet accès a changé depuis l’ouverture de la page.', membership.version, []);
  if (siteId !== membership.siteId) await requireOwnSite(ctx, siteId);
  const count = await ctx.beyondWalls('memberships are written by the system only', async (db) => {
    if (membership.role === 'admin' && role !== 'admin') await requireAnotherAdmin(db, ownAgency(ctx), membershipId);
    const changed = await db.membership.updateMany({ where: { id: membershipId, version: membership.version }, data: { role, siteId: siteId === undefined ? membership.siteId : siteId } });
    return changed.count;
  });
  if (count === 0) throw conflict('Cet accès vient de changer. Rechargez la page.');
}
