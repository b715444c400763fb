import type { Ctx } from '~/access/context';
import { nextSession } from '~/domain/offer/session/next-session.server';
import { Prisma } from '#prisma';
import type { KeptOffer, KeptPlace } from './kept-offer';

const columns = Prisma.sql`s.offer_id IS NOT NULL AND f.id IS NOT NULL AS "isFound", f.id::text, f.kind::text, f.title, s.holder, f.audience::text, s.address_line AS "addressLine", s.commune_name AS commune, s.postcode, s.latitude, s.longitude, f.reception_modes AS "receptionModes",
  f.contract, f.working_time AS "workingTime", f.weekly_hours::float AS "weeklyHours", f.schedule, f.pay, f.starts_on::text AS "startsOn", f.ends_on::text AS "endsOn", ${nextSession({ agency: Prisma.sql`f.mission_locale_id`, offer: Prisma.sql`f.id` })} AS "nextSession", f.closes_on::text AS "closesOn", f.duration, f.prepares, f.places,
  f.level, f.experience, f.age_min AS "ageMin", f.age_max AS "ageMax", f.publics, f.schemes, f.is_handicap_friendly AS "isHandicapFriendly", f.conditions, f.documents, f.cost, f.cost_text AS "costText",
  f.mobilisation_modes AS "mobilisationModes", f.mobilisable_by AS "mobilisableBy", f.mobilisation_text AS "mobilisationText", f.mobilisation_url AS "mobilisationUrl",
  f.contact_name AS "contactName", f.contact_email AS "contactEmail", f.contact_phone AS "contactPhone", k.note`;
const tables = Prisma.sql`LEFT JOIN search.offer_seen s ON s.mission_locale_id = k.offer_agency_id AND s.offer_id = k.offer_id LEFT JOIN public.offer f ON f.mission_locale_id = k.offer_agency_id AND f.id = k.offer_id`;

/**
 * What the person keeps, in the order in which they kept it, as far as they may still find it: what is no longer published left by
 * itself (`gone` says how many). One query.
 */
export async function keptOffers(ctx: Ctx, keptIn: KeptPlace): Promise<{ offers: KeptOffer[]; gone: number }> {
  const rows = await ctx.db.$queryRaw<(KeptOffer & { isFound: boolean })[]>`SELECT ${columns} FROM kept_offer k ${tables}
    WHERE k.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND k.user_id = ${ctx.actor.userId}::uuid AND k.kept_in = ${keptIn}::kept_in ORDER BY k.at, k.offer_id LIMIT 200`;
  const offers = found(rows);
  return { offers, gone: rows.length - offers.length };
}

/** Offers as they are compared, kept or not, in the order asked; those that the person does not find are left out. One query. */
export async function offersByIds(ctx: Ctx, offerIds: readonly string[]): Promise<KeptOffer[]> {
  return found(await ctx.db.$queryRaw<(KeptOffer & { isFound: boolean })[]>`SELECT ${columns}
    FROM (SELECT o.offer_id, o.mission_locale_id AS offer_agency_id, NULL::text AS note, asked.position FROM unnest(${[...offerIds]}::uuid[]) WITH ORDINALITY AS asked(id, position) JOIN search.offer_seen o ON o.offer_id = asked.id) k ${tables} ORDER BY k.position`);
}

const found = (rows: readonly (KeptOffer & { isFound: boolean })[]): KeptOffer[] => rows.filter(({ isFound }) => isFound).map(({ isFound: _found, ...offer }) => offer);

/** The ids of what the person keeps, here and there, for the marks of lists and pages. One query; none for a region. */
export async function keptIds(ctx: Ctx): Promise<Record<KeptPlace, string[]>> {
  const rows = ctx.actor.missionLocaleId ? await ctx.db.keptOffer.findMany({ where: { userId: ctx.actor.userId }, select: { keptIn: true, offerId: true }, take: 500 }) : [];
  const of = (place: KeptPlace) => rows.filter(({ keptIn }) => keptIn === place).map(({ offerId }) => offerId);
  return { selection: of('selection'), favourites: of('favourites') };
}
