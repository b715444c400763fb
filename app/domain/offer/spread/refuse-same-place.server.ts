import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import type { HeldPlace } from './held-places.server';
import { isSamePlace, type Address } from './same-place';

/** Throws `invalid('addressLine')`, or at the commune where no line was typed, when the offer is at this address already. One query. */
export async function refuseSamePlace(ctx: Ctx, address: Address, places: readonly HeldPlace[]): Promise<void> {
  const taken = (await addressesOf(ctx, places.filter(({ deletedAt }) => deletedAt === null))).find((place) => isSamePlace(place, address));
  if (!taken) return;
  throw invalid(address.addressLine ? 'addressLine' : 'commune', taken.state === 'archived' ? 'Cette offre est déjà notée à cette adresse, dans les archives : sortez-la des archives plutôt.' : 'Cette offre est déjà proposée à cette adresse : indiquez-en une autre.');
}

/** Where each place is: a row without an address of its own is at its holder's. */
async function addressesOf(ctx: Ctx, places: readonly HeldPlace[]): Promise<(Address & { state: string })[]> {
  const holders = places.flatMap(({ hasOwnPlace, partnershipId }) => (!hasOwnPlace && partnershipId ? [partnershipId] : []));
  const rows = await ctx.db.partnership.findMany({ where: { id: { in: holders } }, select: { id: true, organisation: { select: { addressLine: true, postcode: true, communeCode: true } } } });
  return places.map(({ state, hasOwnPlace, partnershipId, addressLine, postcode, communeCode }) => {
    const at = hasOwnPlace ? { addressLine, postcode, communeCode } : rows.find(({ id }) => id === partnershipId)?.organisation;
    return { state, addressLine: at?.addressLine ?? null, postcode: at?.postcode ?? null, communeCode: at?.communeCode ?? null };
  });
}
