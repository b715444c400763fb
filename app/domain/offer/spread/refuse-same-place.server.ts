import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { mainSite } from '~/domain/offer/holder-of-offer.server';
import { Prisma } from '#prisma';
import type { HeldPlace } from './held-places.server';
import { isSamePlace, type Address } from './same-place';

/** Throws `invalid('addressLine')`, or at the commune where no line was typed, when the offer is at this address already. Two queries at most. */
export async function refuseSamePlace(ctx: Ctx, address: Address, places: readonly HeldPlace[]): Promise<void> {
  const why = await whySamePlace(ctx, address, places);
  if (why) throw invalid(address.addressLine ? 'addressLine' : 'commune', why);
}

/** The sentence for an address where one of these places is already; null when none is. */
async function whySamePlace(ctx: Ctx, address: Address, places: readonly HeldPlace[]): Promise<string | null> {
  const taken = (await addressesOf(ctx, places.filter(({ deletedAt }) => deletedAt === null))).find((place) => isSamePlace(place, address));
  if (!taken) return null;
  return taken.state === 'archived' ? 'Cette offre est déjà notée à cette adresse, dans les archives : sortez-la des archives plutôt.' : 'Cette offre est déjà proposée à cette adresse : indiquez-en une autre.';
}

/** Throws `conflict` when an offer comes back to an address, its own or its holder's, where another of its places is by now. No query for an offer in one place. */
export async function refusePlaceTaken(ctx: Ctx, offer: HeldPlace): Promise<void> {
  if (!offer.spreadId) return;
  const others = await ctx.db.offer.findMany({ where: { missionLocaleId: offer.missionLocaleId, spreadId: offer.spreadId, id: { not: offer.id } } });
  const [address] = await addressesOf(ctx, [offer]);
  const why = address && (await whySamePlace(ctx, address, others));
  if (why) throw conflict(why);
}

/** Where each place is: a row without an address of its own is at its holder's, the agency's own at its main site. */
async function addressesOf(ctx: Ctx, places: readonly HeldPlace[]): Promise<(Address & { state: string })[]> {
  const away = places.filter(({ hasOwnPlace }) => !hasOwnPlace);
  const holders = away.flatMap(({ partnershipId }) => partnershipId ?? []);
  const partners = holders.length > 0 ? await ctx.db.partnership.findMany({ where: { id: { in: holders } }, select: { id: true, organisation: { select: { addressLine: true, postcode: true, communeCode: true } } } }) : [];
  const [agency] = away.length > holders.length ? await ctx.db.$queryRaw<Address[]>`SELECT s.address_line AS "addressLine", s.postcode, s.commune_code AS "communeCode" FROM (${mainSite(Prisma.sql`app.mission_locale()`)}) s` : [];
  return places.map(({ state, hasOwnPlace, partnershipId, addressLine, postcode, communeCode }) => {
    const at = hasOwnPlace ? { addressLine, postcode, communeCode } : partnershipId ? partners.find(({ id }) => id === partnershipId)?.organisation : agency;
    return { state, addressLine: at?.addressLine ?? null, postcode: at?.postcode ?? null, communeCode: at?.communeCode ?? null };
  });
}
