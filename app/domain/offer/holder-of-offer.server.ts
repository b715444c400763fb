import type { Ctx } from '~/access/context';
import { Prisma, type Offer, type PlacePrecision } from '#prisma';

/** Who proposes an offer, and where that is: degrees, and how precisely they are known. `partnershipId` for the agency that works with them. */
export type OfferHolder = { name: string; place: string | null; latitude: number | null; longitude: number | null; precision: PlacePrecision | null; partnershipId: string | null };

type HeldOffer = Pick<Offer, 'id' | 'missionLocaleId' | 'partnershipId' | 'origin' | 'holderName'> & { missionLocale: { name: string } };

const address = (line: Prisma.Sql, postcode: Prisma.Sql, town: Prisma.Sql) => Prisma.sql`nullif(concat_ws(', ', ${line}, nullif(concat_ws(' ', ${postcode}, ${town}), '')), '')`;

/** The main site of an agency: its own offers without an address of theirs are there. */
export const mainSite = (agency: Prisma.Sql) => Prisma.sql`SELECT s.address_line, s.postcode, s.commune_code, c.name AS commune_name, s.latitude, s.longitude
  FROM site s LEFT JOIN commune c ON c.code = s.commune_code WHERE s.mission_locale_id = ${agency} AND s.closed_at IS NULL ORDER BY s.is_main DESC, s.id LIMIT 1`;

/**
 * Who proposes an offer that this person may read: the partner of their agency, their agency itself at its main site, or what another agency publishes of
 * it; by name alone when it came from elsewhere. One query.
 */
export async function holderOf(ctx: Ctx, offer: HeldOffer): Promise<OfferHolder> {
  const [holder] = await ctx.db.$queryRaw<OfferHolder[]>(sourceOf(ctx, offer));
  return holder ?? { name: offer.holderName ?? offer.missionLocale.name, place: null, latitude: null, longitude: null, precision: null, partnershipId: null };
}

function sourceOf({ actor }: Ctx, { id, missionLocaleId, missionLocale, partnershipId, origin }: HeldOffer): Prisma.Sql {
  if (missionLocaleId !== actor.missionLocaleId)
    return Prisma.sql`SELECT s.holder AS name, ${address(Prisma.sql`s.address_line`, Prisma.sql`s.postcode`, Prisma.sql`s.commune_name`)} AS place, s.latitude, s.longitude, s.place_precision::text AS precision, NULL AS "partnershipId"
      FROM search.offer_seen s WHERE s.offer_id = ${id}::uuid`;
  if (partnershipId)
    return Prisma.sql`SELECT s.name, ${address(Prisma.sql`s.address_line`, Prisma.sql`s.postcode`, Prisma.sql`s.commune_name`)} AS place, s.latitude, s.longitude, s.place_precision::text AS precision, s.partnership_id::text AS "partnershipId"
      FROM search.partner_of_agency s WHERE s.partnership_id = ${partnershipId}::uuid`;
  return Prisma.sql`SELECT ${missionLocale.name} AS name, ${address(Prisma.sql`s.address_line`, Prisma.sql`s.postcode`, Prisma.sql`s.commune_name`)} AS place, s.latitude, s.longitude, 'commune' AS precision, NULL AS "partnershipId"
    FROM (${mainSite(Prisma.sql`${missionLocaleId}::uuid`)}) s WHERE ${origin === 'agency'}`;
}
