import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import type { OfferState } from '~/domain/offer/offer.lifecycle';
import { mainSite } from '~/domain/offer/holder-of-offer.server';
import { mostPlaces } from './held-places.server';

/** Another place of an offer. `name` is its commune, or who holds the offer when that is not known. */
export type OtherPlace = { id: string; state: OfferState; name: string; address: string | null };

/**
 * The other places where an offer is proposed, by commune: those that this person may read, and once closed only those of their own
 * agency, without its archives. One query.
 */
export const otherPlaces = (ctx: Ctx, offerId: string): Promise<OtherPlace[]> => ctx.db.$queryRaw<OtherPlace[]>`
  SELECT f.id::text, f.state::text, coalesce(CASE WHEN f.has_own_place THEN c.name ELSE coalesce(s.commune_name, v.commune_name, site.commune_name) END, s.name, v.holder, ml.name) AS name, ${lineOf} AS address
  FROM offer me JOIN offer f ON f.mission_locale_id = me.mission_locale_id AND f.spread_id = me.spread_id AND f.id <> me.id JOIN mission_locale ml ON ml.id = f.mission_locale_id
  LEFT JOIN commune c ON c.code = f.commune_code LEFT JOIN search.partner_of_agency s ON s.partnership_id = f.partnership_id LEFT JOIN search.offer_seen v ON v.mission_locale_id = f.mission_locale_id AND v.offer_id = f.id
  LEFT JOIN LATERAL (${mainSite(Prisma.sql`f.mission_locale_id`)}) site ON NOT f.has_own_place AND f.partnership_id IS NULL
  WHERE me.id = ${offerId}::uuid AND f.deleted_at IS NULL AND (f.state = 'published' OR (f.mission_locale_id = app.mission_locale() AND f.state <> 'archived'))
  ORDER BY name, address, f.id LIMIT ${mostPlaces}`;

const lineOf = Prisma.sql`nullif(CASE WHEN f.has_own_place THEN f.address_line ELSE coalesce(s.address_line, v.address_line, site.address_line) END, '')`;
