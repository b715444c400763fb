import type { Ctx } from '~/access/context';
import { attachOrganisation } from './attach-parent.server';
import { familyOf } from './family.queries.server';
import { sharedRecordOf } from './shared-record-of.server';

/**
 * Hangs another establishment of the company where this partner hangs, or on this partner when it hangs on nothing that we may
 * read. Throws as `attachParent` does.
 */
export async function gather(ctx: Ctx, { partnershipId, otherId }: { partnershipId: string; otherId: string }): Promise<{ name: string; parentName: string }> {
  const { organisation } = await sharedRecordOf(ctx, partnershipId);
  const other = await sharedRecordOf(ctx, otherId);
  const { relatives } = await familyOf(ctx, partnershipId, mostRead);
  const above = relatives.find(({ id }) => id === organisation.parentId) ?? organisation;
  await attachOrganisation(ctx, { partnershipId: otherId, ...other, version: other.organisation.version }, above);
  return { name: other.organisation.name, parentName: above.name };
}

const mostRead = 1000;
