import type { Ctx } from '~/access/context';
import { countedGroups, managedGroupOf, managedPageOf, managedPerPage, type ManagedGroup } from './managed-groups';
import { managedOffers } from './offer.queries.server';

/**
 * A page of the offers of one partner, those that an agency manages and those that a source keeps up, by where they stand: the group
 * asked for, else the first that holds any. Two queries, three when the first group is empty.
 */
export async function offersOfPartner(ctx: Ctx, { partnershipId, group, page }: { partnershipId: string; group: string | null; page: number }) {
  const asked = managedGroupOf(group);
  const read = (shown: ManagedGroup) => managedOffers(ctx, { ...managedPageOf(shown), page, partnershipId });
  let { offers, counts } = await read(asked);
  let chosen: string = asked.code;
  const groups = countedGroups(counts, asked.code);
  const fuller = group === null && offers.length === 0 ? groups.find(({ count }) => count > 0) : undefined;
  if (fuller) {
    chosen = fuller.code;
    ({ offers, counts } = await read(managedGroupOf(fuller.code)));
  }
  return { chosen, groups, offers: offers.slice(0, managedPerPage), hasMore: offers.length > managedPerPage };
}
