import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { namesOfZones } from '~/domain/place/zones.server';
import { labelsOfThematiques } from '~/domain/offer/vocabulary/thematiques';
import { tradeLabels } from '~/domain/rome/find-trades.server';
import { isOfferPlaceDoubtful } from '~/domain/offer/place/offers-to-check.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { askedAfterDays, soonDays } from './freshness';
import { holderOf, mainSite } from './holder-of-offer.server';
import { managedPerPage, type ManagedCounts, type ManagedOnly } from './managed-groups';
import { nextSession, type NextSession } from '~/domain/offer/session/next-session.server';
import { Prisma, type OfferKind, type OfferOrigin, type OfferState } from '#prisma';

export type OfferTrade = { code: string; label: string };

/**
 * An offer that this person may read, whole: the agency's own in any state, another's once it is published and as far as its audience
 * goes. The partnership behind it is told to its own agency only. Throws `notFound`. Three queries, one more when it names
 * its zones.
 */
export async function getOffer(ctx: Ctx, offerId: string | undefined) {
  const offer = await ctx.db.offer.findFirst({ where: { id: knownId(offerId, 'Cette offre n’existe pas, ou plus.') }, include: { missionLocale: { select: { name: true } }, commune: { select: { name: true } } } });
  if (!offer || (offer.deletedAt && offer.missionLocaleId !== ctx.actor.missionLocaleId)) throw notFound('Cette offre n’existe pas, ou plus.');
  const isOurs = offer.missionLocaleId === ctx.actor.missionLocaleId;
  const holder = await holderOf(ctx, offer);
  const labels = await tradeLabels(ctx, offer.romes);
  const zones = await namesOfZones(ctx, offer.zones);
  const { missionLocale, commune, partnershipId: _private, spreadId, ...said } = offer;
  return {
    ...said,
    zones,
    weeklyHours: offer.weeklyHours === null ? null : Number(offer.weeklyHours),
    agency: missionLocale.name,
    commune: commune?.name ?? null,
    isOurs,
    /** Is it proposed in other places too, or was it? `otherPlaces` reads which. */
    isSpread: spreadId !== null,
    holder,
    needs: labelsOfThematiques(offer.thematiques),
    trades: offer.romes.map((code): OfferTrade => ({ code, label: labels.get(code) ?? code })),
  };
}
export type WholeOffer = Awaited<ReturnType<typeof getOffer>>;

/** An offer of the agency, in a list of what it manages. Days are `YYYY-MM-DD`. */
export type ManagedOffer = { id: string; kind: OfferKind; state: OfferState; origin: OfferOrigin; nextSession: NextSession | null; title: string; holder: string; partnershipId: string | null; closesOn: string | null; startsOn: string | null; places: number | null; /** How many places it is proposed in, when there are several, and the commune of this one. */ spread: { places: number; commune: string | null } | null; publishedAt: Date | null; confirmedAt: Date | null; updatedAt: Date; version: number };

const managed = Prisma.sql`SELECT f.id::text, f.kind::text, f.state::text, f.origin::text, f.title, ${nextSession({ agency: Prisma.sql`f.mission_locale_id`, offer: Prisma.sql`f.id` })} AS "nextSession", coalesce(s.name, ml.name) AS holder, f.partnership_id::text AS "partnershipId", f.closes_on::text AS "closesOn", f.starts_on::text AS "startsOn",
  f.places, (SELECT jsonb_build_object('places', count(*), 'commune', CASE WHEN f.has_own_place THEN (SELECT c.name FROM commune c WHERE c.code = f.commune_code) WHEN f.partnership_id IS NULL THEN (SELECT site.commune_name FROM (${mainSite(Prisma.sql`f.mission_locale_id`)}) site) ELSE s.commune_name END)
    FROM offer o WHERE o.mission_locale_id = f.mission_locale_id AND o.spread_id = f.spread_id AND o.deleted_at IS NULL AND o.state <> 'archived' HAVING count(*) > 1) AS spread, f.published_at AS "publishedAt", f.confirmed_at AS "confirmedAt", f.updated_at AS "updatedAt", f.version
  FROM offer f JOIN mission_locale ml ON ml.id = f.mission_locale_id LEFT JOIN search.partner_of_agency s ON s.partnership_id = f.partnership_id`;

export type ManagedPage = { states: readonly OfferState[]; page: number; /** Only those that want this. */ only?: ManagedOnly; /** Those of one partner alone, whoever keeps them up. */ partnershipId?: string };

/** Open offers that want something of those who keep them up; what comes from elsewhere is its source's. */
const wanting = (now: Date): Record<ManagedOnly, Prisma.Sql> => {
  const isKeptHere = Prisma.sql`f.origin IN ('agency', 'partner') AND f.state = 'published'`;
  return {
    toConfirm: Prisma.sql`${isKeptHere} AND f.confirmed_at <= ${new Date(now.getTime() - askedAfterDays * 86_400_000)}`,
    closingSoon: Prisma.sql`${isKeptHere} AND f.closes_on <= ${addDays(parisDay(now), soonDays)}::date`,
    toPlace: isOfferPlaceDoubtful,
  };
};

/** The offers that the agency manages, of some states, the latest changed first (of those that close soon, the first to close), by page; and how many there are of each state. Two queries. */
export async function managedOffers(ctx: Ctx, { states, page, only, partnershipId }: ManagedPage): Promise<{ offers: ManagedOffer[]; counts: ManagedCounts }> {
  const which = partnershipId ? Prisma.sql`f.partnership_id = ${partnershipId}::uuid` : Prisma.sql`f.origin IN ('agency', 'partner')`;
  const own = Prisma.sql`f.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND f.deleted_at IS NULL AND ${which}`;
  const wants = wanting(ctx.now);
  const wanted = only ? Prisma.sql` AND ${wants[only]}` : Prisma.empty;
  const order = only === 'closingSoon' ? Prisma.sql`f.closes_on, f.id` : only === 'toConfirm' ? Prisma.sql`f.confirmed_at, f.id` : Prisma.sql`f.updated_at DESC, f.id DESC`;
  const offers = await ctx.db.$queryRaw<ManagedOffer[]>`${managed} WHERE ${own} AND f.state = ANY (${states}::offer_state[])${wanted} ORDER BY ${order} LIMIT ${managedPerPage + 1} OFFSET ${(page - 1) * managedPerPage}`;
  const counted = await ctx.db.$queryRaw<{ state: keyof ManagedCounts; count: number; toConfirm: number; closingSoon: number }[]>`
    SELECT f.state::text, count(*)::int AS count, (count(*) FILTER (WHERE ${wants.toConfirm}))::int AS "toConfirm", (count(*) FILTER (WHERE ${wants.closingSoon}))::int AS "closingSoon" FROM offer f WHERE ${own} GROUP BY f.state
    UNION ALL SELECT 'toPlace', count(*)::int, 0, 0 FROM search.offer_place_doubt x JOIN offer f ON f.mission_locale_id = x.mission_locale_id AND f.id = x.offer_id WHERE ${own} AND ${wants.toPlace}`;
  const published = counted.find(({ state }) => state === 'published');
  return { offers, counts: { ...Object.fromEntries(counted.map(({ state, count }) => [state, count])), toConfirm: published?.toConfirm, closingSoon: published?.closingSoon } };
}
