import { insideCircle } from '~/domain/partner/list/conditions.server';
import { Prisma } from '#prisma';
import type { OfferPlace } from './offer-conditions.server';

/**
 * What a place keeps of offers `s`: those within reach of it, and for whoever lives there (decision 14).
 * Within reach: inside the circle (in the commune when there is none), or at a distance; and wherever they stand, those whose zones name
 * the commune itself, or that stand nowhere known. For whoever lives there: no zone, or one that holds the commune; zones that are not all
 * understood (`has_zones` is then false) keep nobody out.
 */
export function reachedFrom({ codes, circle }: OfferPlace): Prisma.Sql {
  const near = circle ? Prisma.sql`${insideCircle(circle)} OR s.reception_modes = '{a-distance}' OR s.has_zones AND s.latitude IS NULL` : Prisma.sql`s.commune_code = ANY (${codes}::text[])`;
  return Prisma.sql`((${near} OR ${whoseZonesHold(Prisma.sql`${codes}::text[]`)}) AND (NOT s.has_zones OR ${whoseZonesHold(zonesOf(codes))}))`;
}

/** Looked up by their own index, once for all rows: the wide lists of zones are not read with each of them. */
const whoseZonesHold = (zones: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`s.has_zones AND (s.mission_locale_id, s.offer_id) IN (SELECT z.mission_locale_id, z.offer_id FROM search.offer_seen z WHERE z.has_zones AND z.zones && ${zones})`;

/** The zones that hold these communes: themselves, their département, their region, as an offer writes them. */
const zonesOf = (codes: readonly string[]): Prisma.Sql =>
  Prisma.sql`ARRAY(SELECT unnest(ARRAY[c.code, 'd' || c.departement_code, 'r' || d.region_code]) FROM commune c JOIN departement d ON d.code = c.departement_code WHERE c.code = ANY (${codes}::text[]))`;
